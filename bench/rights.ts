import { sql } from 'kysely'
import { gatherAll } from '../src/cases/public.ts'
import { examineBatch } from '../src/examinations/actions/examine.ts'
import type { ExaminationId } from '../src/examinations/types.ts'
import { newId } from '../src/kernel/ids.ts'
import { asService } from '../src/platform/transaction.ts'
import { explain, pathways, type RuleChange } from '../src/rights/public.ts'
import { type Figure, type Measured, timed } from './measured.ts'
import { aPlace, type Place } from './place.ts'

const sizes = [2_000, 200_000]
const rounds = 2_000

/** Everything that the rules may ask of somebody, so that each of them has something to say. */
const facts = {
  born: '1988-03-02',
  since: '2020-01-01',
  hasCapacity: true,
  place: 'home',
  packageFrom: '2020-01-01',
  detainedUnder: '3',
  wheelchair: 'referred-and-eligible',
  shares: [
    { funder: 'nhs', weekly: '206.00' },
    { funder: 'council', weekly: '206.00' },
  ],
  orders: [{ exclusion: 'drug-rehabilitation', from: '2026-01-01', until: '2026-11-01' }],
}

/** Which right, which ways, who consents, what is reached: for one person, on every pathway in turn. */
async function onePerson(): Promise<Figure> {
  const all = pathways.map(({ id }) => id)
  const { took } = await timed(async () => {
    for (let round = 0; round < rounds; round += 1)
      explain(all[round % all.length] ?? '', '2026-11-29', facts)
  })
  return { name: 'all rules for one person', measured: (took / rounds) * 1000, limit: 1, unit: 'ms' }
}

/** So many people of one body, each with a case that was asked for and decided, over four pathways. */
async function aCaseload({ database, organisation }: Place, people: number): Promise<void> {
  await asService(database, async ({ transaction }) => {
    await sql`create temporary table of_bench on commit drop as
      select n, gen_random_uuid() as person, gen_random_uuid() as request, gen_random_uuid() as decision,
        (array['learning-disability-autism', 'section-117', 'adult-continuing-healthcare',
          'childrens-continuing-care'])[1 + n % 4] as pathway,
        'PHB-' || lpad(upper(to_hex(n / 4096)), 4, '0') || '-' || lpad(upper(to_hex(n % 4096)), 3, '0')
          as reference
      from generate_series(1, ${people}::int) n`.execute(transaction)
    await sql`insert into people.person (id, organisation_id, full_name, born_on)
      select person, ${organisation}, 'Person ' || n, date '1950-01-01' + n % 27000
      from of_bench`.execute(transaction)
    await sql`insert into requests.request (id, reference, organisation_id, person_id, pathway, asked_on,
        received_on, reached_by, asked_by_name, asked_by_relation)
      select request, reference, ${organisation}, person, pathway, date '2026-01-05', date '2026-01-05',
        'online', 'Person ' || n, 'self' from of_bench`.execute(transaction)
    await sql`insert into requests.decision (id, request_id, organisation_id, person_id, number, pathway,
        outcome, decided_on, from_on, decided_by_name, decided_by_role)
      select decision, request, ${organisation}, person, 1, pathway, 'granted', date '2026-02-02',
        date '2026-02-02', 'Priya Nair', 'Case worker' from of_bench`.execute(transaction)
    await sql`insert into requests.grounds (decision_id, organisation_id, person_id, rules, facts)
      select decision, ${organisation}, person, '[]', jsonb_build_object('fact',
        case when pathway = 'section-117' then '3' end) from of_bench`.execute(transaction)
  })
  await sql`analyze`.execute(database.kysely)
  await asService(database, gatherAll)
  await sql`analyze cases.facts`.execute(database.kysely)
}

const change: RuleChange = {
  kind: 'right',
  group: 'learning-disability-autism',
  right: 'right-to-have',
  on: '2027-04-01' as RuleChange['on'],
}

async function asked({ database, organisation, officers }: Place, cases: number): Promise<ExaminationId> {
  const id = newId<'examination'>()
  await sql`insert into examinations.examination (id, organisation_id, change, because, cases, asked_by,
      asked_by_name) values (${id}, ${organisation}, ${JSON.stringify(change)}::jsonb, 'Bench', ${cases},
      ${officers[0].id}, ${officers[0].name})`.execute(database.kysely)
  return id
}

async function examined(place: Place, people: number) {
  const id = await asked(place, people)
  const { took } = await timed(async () => {
    while (await asService(place.database, doing => examineBatch(doing, id)));
  })
  const { rows } = await sql<{ changed: number }>`select count(*)::int as changed from examinations.changed
    where examination_id = ${id}`.execute(place.database.kysely)
  return { took, changed: rows[0]?.changed ?? 0 }
}

/** The rules for one person, and a whole caseload re-examined for a changed rule, as its job does it. */
export async function measureRights(serverUrl: string): Promise<Measured> {
  const found: { people: number; took: number; changed: number }[] = []
  for (const people of sizes) {
    const place = await aPlace(serverUrl)
    try {
      await aCaseload(place, people)
      found.push({ people, ...(await examined(place, people)) })
    } finally {
      await place.drop()
    }
  }
  const [small, large] = [found[0], found.at(-1)]
  const wrong = found.filter(({ people, changed }) => changed !== Math.floor(people / 4))
  const growth = small && large ? large.took / small.took / (large.people / small.people) : 0
  const name = 'caseload of 200,000 re-examined for a changed rule'
  return {
    figures: [
      await onePerson(),
      {
        name,
        measured: large?.took ?? 0,
        limit: 30,
        unit: 's',
        note: `growth ${growth.toFixed(2)}, 1 is linear`,
      },
    ],
    tables: [],
    problems: wrong.map(({ people, changed }) => `of ${people} cases ${changed} change`),
  }
}
