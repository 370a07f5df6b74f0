import pytest

pytestmark = pytest.mark.django_db


def text(response):
    return response.content.decode()


def test_the_question_needs_no_account_and_no_answer_is_stored(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        asked = client.get("/may-i/")
        answered = client.get("/may-i/?status=b2&degree=graduate&state=NY")

    assert (asked.status_code, answered.status_code) == (200, 200)
    assert "What the law says" not in text(asked).split("</form>")[1]
    page = text(answered)
    assert page.count("<article") == 5
    for words in ("Not allowed", "Allowed", "This is not legal advice", "Source:"):
        assert words in page


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("degree=graduate", "Choose the state"),
        ("state=ZZ&degree=graduate", "Select a valid choice"),
        ("state=NY&degree=graduate&status=king", "Select a valid choice"),
        ("state=NY&degree=graduate&first=2027-02-30", "Write the day as 2027-03-01"),
        ("x=1", "Please correct this first"),
    ],
)
def test_a_bad_answer_is_told_in_words_and_nothing_is_ruled(client, query, says):
    response = client.get(f"/may-i/?{query}")

    assert response.status_code == 400
    assert says in text(response)
    assert "<article" not in text(response)


def test_all_bad_answers_are_told_at_once(client):
    page = text(client.get("/may-i/?state=&degree=&first=never"))

    assert page.split("error-summary")[1].split("</div>")[0].count("<li>") == 3
