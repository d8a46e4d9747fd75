import { type ClockRun, type ClockSource, clockRecords } from '../../clocks/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { figuresOver } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Figures, settingNames } from '../rules/figures.ts'
import { nextStep } from '../rules/known.ts'
import { currentRun, dueOf, endedRuns, type Run, reviewFacts } from '../rules/reviews.ts'
import { here } from '../tables.ts'
import type { Entry } from '../types.ts'
import { entriesSeen } from './entry.ts'

/** The birthdays of the people of some entries, in one question. */
async function birthdays(doing: Doing, entries: readonly Entry[]) {
  if (entries.length === 0) return new Map<string, PlainDate | null>()
  const rows = await here(doing)
    .db.selectFrom('people.person_shown')
    .select(['id', 'born_on'])
    .where('id', 'in', [...new Set(entries.map(({ person }) => person))])
    .execute()
  return new Map(rows.map(({ id, born_on }) => [id as string, born_on]))
}

type Over = (day: PlainDate) => Figures

/** The figures of each board that has an entry here, for any day. */
async function figuresOfAll(doing: Doing, entries: readonly Entry[]): Promise<ReadonlyMap<string, Over>> {
  const boards = [...new Set(entries.map(({ organisation }) => organisation))]
  const found: [string, Over][] = []
  for (const board of boards) found.push([board, await figuresOver(doing, board, settingNames)])
  return new Map(found)
}

function recordFor(entry: Entry, run: Run, due: PlainDate | null): ClockRun {
  return {
    clock: nextStep.id,
    organisation_id: entry.organisation,
    person_id: entry.person,
    reference: entry.budget?.reference ?? null,
    started_on: run.from,
    due_on: due,
    paused_due_on: due,
    met_on: run.heldOn,
    dropped_on: run.droppedOn,
    href: `/registers/${entry.id}`,
    pauses: [],
  }
}

/** The runs of the clock of reviews, of everybody whom the one who asks may see on the list. */
export async function reviewRuns(
  doing: Doing,
  { person, ended }: Parameters<ClockSource>[1],
): Promise<readonly ClockRun[]> {
  const entries = await entriesSeen(doing, person)
  const born = await birthdays(doing, entries)
  const figures = await figuresOfAll(doing, entries)
  return entries.flatMap(entry => {
    const facts = reviewFacts(entry)
    const now = currentRun(facts)
    const runs = ended ? [...endedRuns(facts), now] : now.droppedOn === null ? [now] : []
    const over = figures.get(entry.organisation)
    return runs.map(run =>
      recordFor(entry, run, over ? dueOf(run, born.get(entry.person) ?? null, over(run.from)) : null),
    )
  })
}

/** For the board of all clocks. */
export const clockSource: ClockSource = async (doing, asked) => clockRecords(await reviewRuns(doing, asked))

/** The review that an entry waits for, with its last day where a figure is set. */
export async function nextReviewOf(doing: Doing, entry: Entry, born: PlainDate | null) {
  const run = currentRun(reviewFacts(entry))
  const figures = (await figuresOver(doing, entry.organisation, settingNames))(run.from)
  return { ...run, due: dueOf(run, born, figures) }
}
export type NextReview = Awaited<ReturnType<typeof nextReviewOf>>
