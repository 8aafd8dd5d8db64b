// A use of the API with the types that openapi-typescript makes of the contract.

import type { operations } from "./stellenbund.d.ts";

declare const process: { argv: string[] };

type Openings = operations["listOpenings"];
type Page = Openings["responses"][200]["content"]["application/json"];
type Filters = NonNullable<Openings["parameters"]["query"]>;
type Answers = operations["getOpening"]["responses"];
type Opening = Answers[200]["content"]["application/json"];
type Problem = Answers[404]["content"]["application/problem+json"];
type Gone = Answers[410]["content"]["application/problem+json"];

const root = process.argv[2] ?? "";

async function list(filters: Filters): Promise<Page> {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    for (const each of [value].flat()) asked.append(name, String(each));
  }
  return (await (await fetch(`${root}/v1/openings?${asked}`)).json()) as Page;
}

async function every(filters: Filters): Promise<string[]> {
  const titles: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Page = await list(cursor ? { ...filters, cursor } : filters);
    titles.push(...page.items.map((opening) => opening.title));
    cursor = page.next?.cursor ?? null;
  }
  return titles;
}

async function one(id: string): Promise<Opening | Problem | Gone> {
  return (await (await fetch(`${root}/v1/openings/${id}`)).json()) as Opening | Problem | Gone;
}

function told(answer: Opening | Problem | Gone): string {
  if ("origins" in answer) {
    return `${answer.title} ${answer.kind} ${answer.deadline_on ?? "open"} ${answer.minimum_age.answer}`;
  }
  if ("opening" in answer) return `${answer.status} ${answer.opening.title}`;
  return `${answer.status} ${answer.type} ${answer.errors.length}`;
}

const gardener = (await list({ profession: ["gaertner"], certificate: "mittlerer", lang: "en" })).items[0];
const gone = (await list({ status: ["withdrawn"], sort: "newest" })).items[0];
if (!gardener || !gone) throw new Error("nothing was found");

const result = {
  titles: await every({ city: ["musterstadt"], kind: ["dual_apprenticeship", "dual_study"], limit: 4 }),
  label: gardener.labels?.["kind"] ?? null,
  one: told(await one(gardener.id)),
  gone: told(await one(gone.id)),
  unknown: told(await one("aaaaaaaaaa")),
};
console.log(JSON.stringify(result));
