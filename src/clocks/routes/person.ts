import { isStaff, look, sightOf } from '../../access/public.ts'
import { type Cell, csvOf } from '../../kernel/csv.ts'
import { readId } from '../../kernel/ids.ts'
import { pagingOf } from '../../kernel/paging.ts'
import { type PersonId, personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { pageAsked, pagesAt } from '../../platform/paging.ts'
import { type Answer, type Asked, notFound } from '../../platform/route.ts'
import { findClock, sayStanding } from '../definitions.ts'
import { drawingPage } from '../pages/drawing.tsx'
import { personPage } from '../pages/person.tsx'
import { type RunShown, runsOfPerson } from '../queries/runs.ts'
import { drawing, spanOf } from '../rules/drawing.ts'
import { regimeNames, regimeOf } from '../rules/regime.ts'
import { isOpenRun, sayStand, sayWhose } from '../rules/standing.ts'
import type { ClockSource } from '../source.ts'

type At = { readonly doing: Doing; readonly sources: readonly ClockSource[]; readonly asked: Asked }

/**
 * The clocks of the person of an address, the look written down. Null where there is nobody, or where the
 * actor sees only a part of the record: a clock tells which right was asked for.
 */
async function seen({ doing, sources, asked }: At, page: string) {
  const id = readId<'person'>(asked.at['person'] ?? '') as PersonId | null
  const person = id === null ? null : await personShown(doing, id)
  if (person === null) return null
  const { organisation } = person
  if ((await sightOf(doing, { person: person.id, organisation })) !== 'all') return null
  await look(doing, { page, organisation, person: person.id })
  const { name, details } = personStrip(person, doing.today)
  return {
    person: person.id,
    name: doing.actor.person === person.id ? null : (person.preferredName ?? person.fullName),
    strip: { name, details },
    staff: isStaff(doing.actor),
    runs: await runsOfPerson(doing, sources, person.id),
    today: doing.today,
  }
}

const endOf = ({ met_on: met, dropped_on: dropped }: RunShown): string => met ?? dropped ?? ''

async function show(at: At): Promise<Answer> {
  const found = await seen(at, 'dates')
  if (found === null) return notFound
  const { runs, today } = found
  const ended = runs
    .filter(run => !isOpenRun(run, today))
    .sort((a, b) => (endOf(a) > endOf(b) ? -1 : endOf(a) < endOf(b) ? 1 : 0))
  const paging = pagingOf(ended.length, pageAsked(at.asked.query))
  return personPage({
    ...found,
    open: runs.filter(run => isOpenRun(run, today)),
    ended: ended.slice(paging.before, paging.before + paging.most),
    paging,
    hrefOf: pagesAt(`/clocks/people/${found.person}`, at.asked.query),
  })
}

const mostYearsBack = 30

async function draw(at: At): Promise<Answer> {
  const found = await seen(at, 'dates, drawn')
  if (found === null) return notFound
  const typed = one(at.asked.query, 'back')
  const back = /^\d{1,2}$/.test(typed) ? Math.min(mostYearsBack, Number(typed)) : 0
  const { runs, today } = found
  return drawingPage({ ...found, back, drawn: drawing(runs, spanOf(today, back), today) })
}

const heads: readonly Cell[] = [
  'What is awaited',
  'Clock',
  'Regime',
  'Whose turn',
  'Since',
  'Due',
  'Due without pauses',
  'Pauses',
  'Done',
  'No longer needed',
  'How it stands',
  'What may be said of the day',
]

async function save(at: At): Promise<Answer> {
  const found = await seen(at, 'dates, saved')
  if (found === null) return notFound
  const lines = found.runs.map((run): readonly Cell[] => {
    const clock = findClock(run.clock)
    const pauses = run.pauses.filter(one => one.accepted).map(({ from, until }) => `${from} to ${until}`)
    return [
      clock.awaits,
      run.clock,
      regimeNames[regimeOf(run.clock)],
      sayWhose(clock.turn, found.staff ? 'staff' : 'family'),
      run.started_on,
      run.paused_due_on,
      run.due_on,
      pauses.join('; '),
      run.met_on,
      run.dropped_on,
      sayStand(run, found.today),
      sayStanding(clock),
    ]
  })
  return {
    download: `dates-${found.today}.csv`,
    kind: 'text/csv; charset=utf-8',
    body: csvOf([heads, ...lines]),
  }
}

export const personAnswers = { show, draw, save }
