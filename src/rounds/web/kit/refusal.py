"""A user's no: a stable code and a sentence that says what is wrong and what to do."""


class Refusal(Exception):
    """Raised by actions; a form shows it beside its fields, the middleware as a page."""

    def __init__(self, code: str, sentence: str, **params: object) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.params = params
