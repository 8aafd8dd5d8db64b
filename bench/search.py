"""Search bench: recall and precision of the first ten hits, for labelled questions by class.

Labels name professions, kinds and a city, so that the label decides what is relevant and no engine.
Recall is the share of the relevant openings found among the first ten, of at most ten; precision
the share of relevant ones among the hits shown.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import chain
from typing import NamedTuple

from bench.approved import approved
from bench.corpus.cases import rows
from bench.generated import TODAY, generated
from stellenbund.catalogue.catalogue import Catalogue
from stellenbund.domain.catalogue_query import CatalogueQuery, Sort
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status

GOAL_RECALL = 0.95
GOAL_PRECISION = 0.90
GENERATED = 3_000
"""Openings beside those of the nine cities, so that each profession has more than ten."""

SHOWN = 10


class Question(NamedTuple):
    """A question with what is relevant for it: patterns of professions, kinds, a city or any."""

    group: str
    text: str
    professions: tuple[str, ...]
    kinds: tuple[str, ...]
    city: str

    def wants(self, opening: Opening) -> bool:
        """Say whether *opening* is relevant."""
        if self.city and opening.city != self.city:
            return False
        profession = opening.profession or ""
        is_meant = any(fnmatchcase(profession, pattern) for pattern in self.professions)
        return is_meant or opening.kind in self.kinds


class Outcome(NamedTuple):
    """How one question was answered: relevant ones among the hits shown, of those there are."""

    question: Question
    relevant: int
    shown: int
    found: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def recall(self) -> float:
        """The share of the relevant openings that are shown, of as many as can be."""
        return len(self.found) / min(self.relevant, SHOWN)

    @property
    def precision(self) -> float:
        """The share of the hits shown that are relevant; nothing shown is nothing wrong."""
        return len(self.found) / self.shown if self.shown else 0.0


def questions() -> Iterator[Question]:
    """Yield the labelled questions."""
    for row in rows("queries"):
        professions, kinds = tuple(row["professions"].split()), tuple(row["kinds"].split())
        yield Question(row["class"], row["query"], professions, kinds, row["city"])


def measure() -> tuple[Outcome, ...]:
    """Return the outcome of each question, asked among real and generated openings."""
    stock = tuple(chain(approved(), generated(GENERATED)))
    catalogue = Catalogue(lambda opening: opening).updated(stock, len(stock))
    public = [each for each in stock if _status(catalogue, each) is Status.PUBLISHED]
    return tuple(_outcome(question, catalogue, public) for question in questions())


def _status(catalogue: Catalogue[Opening], opening: Opening) -> Status | None:
    hit = catalogue.get(opening.id, TODAY)
    return hit.status if hit else None


def _outcome(
    question: Question, catalogue: Catalogue[Opening], public: Sequence[Opening]
) -> Outcome:
    words = tuple(question.text.split())
    query = CatalogueQuery(words=words, sort=Sort.RELEVANCE, limit=SHOWN)
    shown = [hit.kept for hit in catalogue.find(query, TODAY).hits]
    return Outcome(
        question=question,
        relevant=sum(1 for each in public if question.wants(each)),
        shown=len(shown),
        found=tuple(each.title for each in shown if question.wants(each)),
        missed=tuple(each.title for each in shown if not question.wants(each)),
    )


class Score(NamedTuple):
    """Mean recall and precision of a class of questions."""

    group: str
    questions: int
    recall: float
    precision: float

    @property
    def is_good(self) -> bool:
        """Whether both goals are reached."""
        return self.recall >= GOAL_RECALL and self.precision >= GOAL_PRECISION


def scores(outcomes: Sequence[Outcome]) -> tuple[Score, ...]:
    """Return the score of each class, then that of all questions."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.question.group].append(outcome)
    return tuple(_score(group, its) for group, its in (groups | {"all": [*outcomes]}).items())


def _score(group: str, outcomes: Sequence[Outcome]) -> Score:
    count = len(outcomes)
    recall = sum(each.recall for each in outcomes) / count
    return Score(group, count, recall, sum(each.precision for each in outcomes) / count)


def table(results: Sequence[Score]) -> str:
    """Return the scores for people."""
    lines = [f"{'class':14}{'questions':>10}{'recall@10':>11}{'precision@10':>14}"]
    for each in results:
        mark = "" if each.is_good else "  below its goal"
        figures = f"{each.questions:10}{each.recall:11.3f}{each.precision:14.3f}"
        lines.append(f"{each.group:14}{figures}{mark}")
    return "\n".join([*lines, f"{'goal':24}{GOAL_RECALL:11.3f}{GOAL_PRECISION:14.3f}"])


def as_json(results: Sequence[Score]) -> str:
    """Return the scores for programs."""
    return json.dumps([each._asdict() for each in results], ensure_ascii=False, indent=2)


def misses(outcomes: Sequence[Outcome]) -> str:
    """Return each question that is not answered perfectly, with what is wrong."""
    return "\n".join(
        f"{each.question.group}: {each.question.text} – recall {each.recall:.2f}, "
        f"precision {each.precision:.2f}, wrong: {', '.join(dict.fromkeys(each.missed)) or '–'}"
        for each in outcomes
        if each.missed or each.recall < 1
    )


def main() -> int:
    """Print the scores; the exit code is 1 if a class is below a goal."""
    parser = argparse.ArgumentParser(prog="bench search", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print for programs")
    parser.add_argument("--misses", action="store_true", help="list what is not answered perfectly")
    arguments = parser.parse_args()
    outcomes = measure()
    results = scores(outcomes)
    print(as_json(results) if arguments.json else table(results))
    if arguments.misses:
        print(misses(outcomes))
    return 0 if all(each.is_good for each in results) else 1


if __name__ == "__main__":
    sys.exit(main())
