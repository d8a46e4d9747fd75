import { findClock, sayTurn } from '../../clocks/public.ts'
import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, Details, Reading, RuleNote, Tag, Timeline, WhoseTurn } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { findRule, type RuleId } from '../../rights/public.ts'
import { openRuns, type PlanRun } from '../rules/runs.ts'
import {
  awaitsSays,
  endingSays,
  groundSays,
  notCountedSays,
  stageSays,
  standsIn,
  whatSays,
} from '../rules/say.ts'
import { regimes } from '../rules/section-j.ts'
import { isOpen, pausesOf, stageOf, whyNotCounted } from '../rules/stage.ts'
import type { Fact } from '../types.ts'
import { Links } from './links.tsx'
import { Move } from './move.tsx'
import { Reviews } from './reviews.tsx'
import { SectionJ } from './section-j.tsx'
import type { PlanShows } from './shows.ts'

const whoOf = (run: PlanRun, { names, staff }: PlanShows): string => {
  const { turn } = findClock(run.clock)
  if (run.who !== null) return run.who
  if (turn === 'council') return names.council
  if (turn === 'icb') return names.health
  return turn === 'family' ? (staff ? 'the family' : 'you') : sayTurn(turn)
}

const lower = (says: string): string =>
  /^[A-Z][A-Z]/.test(says) ? says : `${says.slice(0, 1).toLowerCase()}${says.slice(1)}`

/** Who has the thing that is due first. It is the family's own turn while a draft is with them. */
const Turn = (shows: PlanShows) => {
  const [next] = openRuns(shows.runs)
  if (next === undefined) return null
  const family = findClock(next.clock).turn === 'family'
  return (
    <WhoseTurn
      who={whoOf(next, shows)}
      since={next.start}
      by={next.withPause}
      today={shows.today}
      yours={family && !shows.staff}
      will={family ? 'comment on the draft' : `do this: ${lower(awaitsSays(next.clock))}`}
    />
  )
}

const standing = (run: PlanRun, today: string) => {
  if (run.met !== null)
    return (
      <>
        {sayShortDay(run.met)} {run.met > run.withPause ? <Tag means="plain">Late</Tag> : null}
      </>
    )
  return run.withPause < today ? <Tag means="overdue">Late</Tag> : 'Not yet'
}

const Dues = (shows: PlanShows) => (
  <DataTable
    caption="What is due, and what a pause does to it"
    columns={[{ says: 'What' }, { says: 'Who' }, { says: 'Due' }, { says: 'Done' }]}
    rows={shows.runs
      .filter(({ dropped, met }) => dropped === null || met !== null)
      .map((run, at) => ({
        key: `${run.clock}-${at}`,
        cells: [
          awaitsSays(run.clock),
          <bdi key="who">{whoOf(run, shows)}</bdi>,
          <span key="due">
            {sayShortDay(run.due)}
            {run.withPause === run.due ? null : (
              <span className="app-table__about">With the pause: {sayShortDay(run.withPause)}</span>
            )}
          </span>,
          <span key="done">{standing(run, shows.today)}</span>,
        ],
      }))}
    empty="Nothing is due."
  />
)

const Pauses = ({ plan }: PlanShows) => {
  const pauses = pausesOf(plan)
  return pauses.length === 0 ? null : (
    <DataTable
      caption="Pauses"
      columns={[{ says: 'Why' }, { says: 'From' }, { says: 'Until' }, { says: 'Does it count?' }]}
      rows={pauses.map((pause, at) => {
        const not = whyNotCounted(pause)
        return {
          key: String(at),
          cells: [
            <span key="why">
              {groundSays[pause.ground]}
              <bdi className="app-table__about">{pause.words}</bdi>
            </span>,
            sayShortDay(pause.from),
            sayShortDay(pause.until),
            <span key="counts">
              {not.length === 0
                ? 'Yes. Accepted by '
                : `No. ${not.map(one => notCountedSays[one]).join('. ')}. By `}
              <bdi>{pause.who}</bdi>
            </span>,
          ],
        }
      })}
      empty=""
    />
  )
}

const why = ({ what, choice, who, words, until }: Fact) => {
  const parts = [
    ...(what === 'plan-ended' && choice !== null && choice in endingSays
      ? [endingSays[choice as keyof typeof endingSays]]
      : []),
    ...(until === null ? [] : [`Until ${sayShortDay(until)}`]),
    ...(who === null ? [] : [who]),
    ...(words === null ? [] : [words]),
  ]
  return parts.length === 0 ? undefined : <bdi>{parts.join('. ')}</bdi>
}

const Happened = ({ plan }: PlanShows) => (
  <Timeline
    happened={[...plan.facts]
      .sort((a, b) => (a.on === b.on ? b.number - a.number : a.on < b.on ? 1 : -1))
      .map(one => ({
        key: String(one.number),
        day: one.on,
        what: whatSays[one.what],
        who: one.byName,
        why: why(one),
      }))}
    empty="Nothing has happened since the request."
  />
)

const always: readonly RuleId[] = [
  'EHC_PLAN-REQUEST',
  'SEN-ASK-WHEN',
  'SEN-BLOCK-CONTRACT',
  'EHC-PAUSE',
  'EHC-PAUSE-MOVES',
]
const rulesOf = ({ runs, lines, move }: PlanShows): readonly RuleId[] => [
  ...new Set([
    ...always,
    ...runs.map(({ clock }) => clock),
    ...lines.flatMap(line => [...regimes[line.strand].rules, ...line.decided.flatMap(one => one.rules)]),
    ...(move?.rules ?? []),
  ]),
]

/** One child’s EHC plan: where it stands, three strands, days with pauses, reviews, the move. */
export function planPage(shows: PlanShows): Page {
  const { plan, staff } = shows
  const stage = stageOf(plan)
  return {
    title: 'EHC plan',
    back: '/ehc',
    person: shows.person,
    ...(shows.done === undefined ? {} : { done: shows.done }),
    body: (
      <Reading>
        <h1>EHC plan</h1>
        <p>
          <Tag means={stage === 'final' ? 'good' : isOpen(stage) ? 'waiting' : 'over'}>
            {stageSays[stage]}
          </Tag>
        </p>
        <p>{staff ? `The council got the request on ${sayShortDay(plan.receivedOn)}.` : standsIn[stage]}</p>
        <Turn {...shows} />
        <Move {...shows} />
        <SectionJ {...shows} />
        <Links {...shows} />
        <h2>Days</h2>
        <Dues {...shows} />
        <Pauses {...shows} />
        <Reviews {...shows} />
        <h2>What has happened</h2>
        <Happened {...shows} />
        <Details says="Where this is written, and how sure we are">
          {rulesOf(shows).map(id => (
            <RuleNote key={id} {...findRule(id)} />
          ))}
        </Details>
      </Reading>
    ),
  }
}
