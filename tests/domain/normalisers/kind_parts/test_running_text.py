"""Training in running text: what speaks to trainees, and what speaks about them."""

import pytest

from stellenbund.domain.normalisers.kind_parts.running_text import training_sentence


@pytest.mark.parametrize(
    "text",
    [
        "Während deiner dreijährigen Ausbildung bist du in allen Ämtern",
        "Ausbildungsdauer: 3 Jahre",
        "Im 1. Ausbildungsjahr verdienst du 1.368,26 Euro",
        "Der Unterricht findet in der Berufsschule statt",
        "Die Ausbildung dauert drei Jahre",
        "Das Studium gliedert sich in Theorie- und Praxisphasen",
        "Du bist Beamter auf Widerruf",
        "Wir zahlen nach TVAöD",
        "Wir begleiten dich und betreuen dich während deiner Ausbildung",
    ],
)
def test_sentences_that_speak_to_trainees(text: str) -> None:
    assert training_sentence(f"Unsere Stadt ist bunt. {text}.") == f"{text}."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sie verfügen über eine abgeschlossene Ausbildung als Gärtner.",
        "Sie begleiten unsere Auszubildenden im 1. Ausbildungsjahr. Vergütung nach EG 9a.",
        "Sie unterrichten Auszubildende im 3. Ausbildungsjahr an der Berufsschule.",
        "Enge Zusammenarbeit mit der Berufsschule. Die Stelle ist unbefristet.",
    ],
)
def test_sentences_about_trainees_or_a_job_outweigh(text: str) -> None:
    assert training_sentence(text) is None


def test_what_comes_after_the_training_is_no_evidence_against_it() -> None:
    text = "Ausbildungsdauer 3 Jahre. Nach der Ausbildung erfolgt die unbefristete Übernahme."
    assert training_sentence(text) == "Ausbildungsdauer 3 Jahre."


def test_a_training_may_ask_for_another_finished_one() -> None:
    text = "Der Vorbereitungsdienst dauert 18 Monate. Du bist Beamtin auf Widerruf. Du brauchst"
    assert training_sentence(text + " eine abgeschlossene Ausbildung im Handwerk.") is not None
