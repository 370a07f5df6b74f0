"""A recent graduate on B-2: may watch, not touch."""

FACTS = """\
# Fictional person. A recent graduate in the United States on B-2 who needs J-1 for residency.
name = "Amara Quillhaven (fictional)"
degree_on = $y3-06-30

[complete]
statuses = "yes"
exams = "yes"
credentials = "yes"
experience = "yes"
letters = "yes"
training = "yes"

[school]
country = "NG"
name = "Moonrise College of Medicine (fictional)"

[residency]
needs_sponsorship = true
visas = ["j1"]

[[status]]
status = "abroad"
last = $day_before

[[status]]
status = "b2"
first = $admitted
last = $until

[[status]]
status = "abroad"
first = $day_after

[[exam]]
exam = "step_1"
taken_on = $y4-11-12
result = "passed"

[[exam]]
exam = "step_2_ck"
taken_on = $y3-10-08
result = "passed"
score = 246

[[exam]]
exam = "oet_medicine"
taken_on = $y2-02-14
result = "passed"

[ecfmg]
certified = true
certified_on = $y2-08-20

[[experience]]
ref = "house job"
place = "Teapot Teaching Hospital, home country (fictional)"
first = $y3-08-01
last = $y2-07-30
weeks = 52
kind = "externship"
role = "hands_on"
mode = "in_person"
country = "NG"
specialty = "internal medicine"
hours = { inpatient = 40, emergency = 8 }
origin = "own_word"

[[letter]]
author = "Dr. Bola Candlewright, home country (fictional)"
specialty = "internal medicine"
us_physician = false
role = "hands_on"
letterhead = true
ready_on = $y2-08-10

[[letter]]
author = "Dr. Femi Mossgrove, home country (fictional)"
specialty = "general surgery"
us_physician = false
role = "hands_on"
letterhead = true
ready_on = $y2-08-15
"""
