"""A permanent resident whose degree is old: needs no visa, meets many time limits."""

FACTS = """\
# Fictional person. A permanent resident with an old degree, back after years of practice abroad.
name = "Teodor Brackenshaw (fictional)"
degree_on = $y14-07-15

[complete]
statuses = "yes"
exams = "yes"
credentials = "yes"
experience = "yes"
letters = "yes"
# training is left out: nobody asked him yet, and some programs exclude prior residency training.

[school]
country = "RO"
name = "Millrace University of Medicine (fictional)"

[residency]
needs_sponsorship = false

[[status]]
status = "permanent_resident"
first = $y7-03-01

[[exam]]
exam = "step_1"
taken_on = $y5-05-20
result = "passed"

[[exam]]
exam = "step_2_ck"
taken_on = $y4-06-18
result = "passed"
score = 232

[[exam]]
exam = "oet_medicine"
taken_on = $y3-01-20
result = "passed"

[ecfmg]
certified = true
certified_on = $y3-09-02

[[experience]]
ref = "country practice"
place = "General practice, home country (fictional)"
first = $y12-01-04
last = $y8-12-21
weeks = 200
kind = "externship"
role = "hands_on"
mode = "in_person"
country = "RO"
specialty = "family medicine"
hours = { office = 40 }

[[experience]]
ref = "old observership"
place = "Puddle Clinic (fictional)"
first = $y5-02-01
last = $y5-02-26
weeks = 4
kind = "observership"
role = "observing"
mode = "in_person"
country = "US"
state = "OH"
specialty = "family medicine"
hours = { office = 30 }
origin = "own_word"

[[letter]]
author = "Dr. Petra Honeywater (fictional)"
specialty = "family medicine"
us_physician = true
role = "observing"
letterhead = true
ready_on = $y3-08-25

[[letter]]
author = "Dr. Ion Jasperlily, home country (fictional)"
specialty = "internal medicine"
us_physician = false
role = "hands_on"
letterhead = true
ready_on = $y3-07-10
"""
