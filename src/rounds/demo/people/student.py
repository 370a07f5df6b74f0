"""A student of the last year who comes on B-1 for electives."""

FACTS = """\
# Fictional person. A student in the last clinical year who will come on B-1 for electives.
name = "Mei Larkmoor (fictional)"
degree_on = $y1-06-30

[complete]
statuses = "yes"
exams = "yes"
credentials = "yes"
experience = "yes"
letters = "yes"
training = "yes"

[clinical_years]
first = $y3-08-01
last = $y1-06-29

[school]
country = "PH"
name = "Tidepool School of Medicine (fictional)"

[residency]
needs_sponsorship = true
visas = ["j1", "h1b"]

[[status]]
status = "abroad"
last = $day_before

[[status]]
status = "b1"
first = $admitted
last = $until

[[status]]
status = "abroad"
first = $day_after

[[exam]]
exam = "step_1"
taken_on = $y2-03-17
result = "passed"

[[exam]]
exam = "step_2_ck"
taken_on = $days_ago_9
result = "pending"

[ecfmg]
certified = false
expected_on = $y1-11-15

[[experience]]
ref = "home clerkships"
place = "Orchard University Hospital, home country (fictional)"
first = $y3-08-04
last = $days_ago_30
weeks = 44
kind = "elective"
role = "hands_on"
mode = "in_person"
country = "PH"
specialty = "internal medicine"
hours = { inpatient = 36, office = 4 }

[[letter]]
author = "Dr. Liza Emberline, home country (fictional)"
specialty = "internal medicine"
us_physician = false
role = "hands_on"
letterhead = true
ready_on = $days_ago_20

[[letter]]
author = "Dr. Ramon Dovetailer, home country (fictional)"
specialty = "pediatrics"
us_physician = false
role = "hands_on"
letterhead = true
ready_on = $days_ago_15
"""
