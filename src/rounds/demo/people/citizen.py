"""A US citizen of a school abroad with one failed attempt at Step 1."""

FACTS = """\
# Fictional person. A US citizen who studied abroad and failed Step 1 once.
name = "Jordan Fernweather (fictional)"
degree_on = $y4-05-31

[complete]
statuses = "yes"
exams = "yes"
credentials = "yes"
experience = "yes"
letters = "yes"
training = "yes"

[school]
country = "DM"
name = "Gable Island School of Medicine (fictional)"

[residency]
needs_sponsorship = false

[[status]]
status = "us_citizen"

[[exam]]
exam = "step_1"
taken_on = $y7-08-10
result = "failed"

[[exam]]
exam = "step_1"
taken_on = $y6-03-22
result = "passed"

[[exam]]
exam = "step_2_ck"
taken_on = $y4-02-12
result = "passed"
score = 231

[ecfmg]
certified = true
certified_on = $y4-11-05

[[experience]]
ref = "core clerkship"
place = "Compass Community Hospital (fictional)"
first = $y6-09-06
last = $y6-11-26
weeks = 12
kind = "elective"
role = "hands_on"
mode = "in_person"
country = "US"
state = "FL"
specialty = "internal medicine"
hours = { inpatient = 40 }
origin = "attested"

[[letter]]
author = "Dr. Nora Kettlebrook (fictional)"
specialty = "internal medicine"
us_physician = true
role = "hands_on"
letterhead = true
ready_on = $y5-01-15

[[letter]]
author = "Dr. Sol Inkpenner (fictional)"
specialty = "psychiatry"
us_physician = true
role = "hands_on"
letterhead = true
ready_on = $y5-06-20

[[letter]]
author = "Dean Ilse Honeywater, school abroad (fictional)"
us_physician = false
letterhead = true
ready_on = $y4-06-30
"""
