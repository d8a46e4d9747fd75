import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import {
  type Fact,
  InsetText,
  LinkButton,
  Reading,
  SubmitButtons,
  SummaryList,
  TaskList,
  Timeline,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { sayPathway, wayShort } from '../../requests/public.ts'
import type { HappenedRow } from '../queries/happened.ts'
import type { Standing } from '../queries/standing.ts'
import type { NextDay } from '../rules/next-days.ts'
import { stageSays, stageSaysToFamily } from '../rules/say.ts'
import type { Step } from '../rules/steps.ts'
import { happenings, NextDays, Strip } from './parts.tsx'

export type CaseShows = {
  readonly standing: Standing
  readonly strip: NonNullable<Page['person']>
  readonly sees: 'all' | 'money' | 'plan' | 'name'
  readonly staff: boolean
  /** Whether the reader has the list of cases to go back to. */
  readonly lists: boolean
  readonly yours: boolean
  readonly steps: readonly Step[]
  readonly days: readonly NextDay[]
  readonly weekly: Pence | null
  readonly unread: number
  /** Which bodies answered one after another, as a sentence; empty where one did from the beginning. */
  readonly answered: string
  readonly lastMessage: { readonly by: string; readonly on: PlainDate } | null
  readonly happened: readonly HappenedRow[]
  readonly today: PlainDate
  /** After a loss no step and no day ahead is shown, and nothing is asked. */
  readonly calm: boolean
  /** The way to the EHC plan, or to ask for one; null where neither is for the reader. */
  readonly ehc: { readonly href: string; readonly says: string } | null
  readonly list: { readonly href: string; readonly says: string } | null
}

const factsOf = ({ standing, sees, weekly }: CaseShows): readonly Fact[] => {
  const { one, facts, names, stage } = standing
  return [
    { says: 'Reference', is: one.reference },
    { says: 'Stage', is: stageSays[stage] },
    ...(sees === 'all'
      ? [
          { says: 'Care', is: sayPathway(one.pathway) },
          { says: 'Way held', is: facts.ways.map(way => wayShort[way]).join(' and ') || 'Not decided yet' },
        ]
      : []),
    ...(weekly === null ? [] : [{ says: 'Sum', is: `${sayMoney(weekly)} a week` }]),
    { says: 'Asked', is: sayDay(one.receivedOn) },
    { says: 'Case worker', is: one.caseWorker?.name ?? 'Nobody yet' },
    { says: 'NHS board', is: names.team },
  ]
}

const Messages = ({ standing, unread, lastMessage }: CaseShows) => (
  <>
    <h2 className="nhsuk-heading-m">Messages</h2>
    <p>
      {lastMessage === null
        ? 'Nobody has written yet. '
        : `The last one is from ${lastMessage.by}, ${sayShortDay(lastMessage.on)}. `}
      <a href={`/notices/messages/${standing.one.reference}`}>
        {unread === 0
          ? 'Read and write messages'
          : `Read ${unread} new ${unread === 1 ? 'message' : 'messages'}`}
      </a>
      {' or '}
      <a href={`/notices?person=${standing.one.person}`}>see all letters</a>.
    </p>
  </>
)

const Happened = ({ standing, happened, staff }: CaseShows) => (
  <>
    <h2 className="nhsuk-heading-m">What has happened</h2>
    <Timeline
      happened={happenings(happened, staff ? 'staff' : 'family')}
      empty="Nothing is written down yet."
    />
    <p>
      <a href={`/cases/${standing.one.reference}/timeline`}>See everything, by kind, to print or to save</a>
    </p>
  </>
)

/** What somebody who sees no more than that the case exists is told. */
const nameOnly = (shows: CaseShows) => (
  <Reading>
    <h1>Case {shows.standing.one.reference}</h1>
    <Strip {...shows} />
    <p>You see that the case exists and how it stands, and nothing more.</p>
  </Reading>
)

const bodyOf = (shows: CaseShows) => {
  const { standing, staff, steps, days, today, sees } = shows
  return (
    <>
      <h1>
        {staff || shows.calm ? `Case ${standing.one.reference}` : `${stageSaysToFamily[standing.stage]}.`}
      </h1>
      {standing.facts.diedOn === null ? null : (
        <InsetText>
          <p>
            {standing.names.person} died on {sayShortDay(standing.facts.diedOn)}.
          </p>
        </InsetText>
      )}
      {shows.calm ? (
        <p>There is nothing that you have to do here.</p>
      ) : (
        <>
          <Strip {...shows} />
          <Reading>
            <h2 className="nhsuk-heading-m">Steps</h2>
            <TaskList tasks={steps} />
          </Reading>
        </>
      )}
      {sees === 'plan' || standing.facts.heldFrom === null ? null : (
        <SubmitButtons>
          <LinkButton href={`/ledger/${standing.one.reference}`} second>
            Money
          </LinkButton>
        </SubmitButtons>
      )}
      {sees === 'all' && standing.one.pathway === 'wheelchair' ? (
        <p>
          <a href={`/wheelchairs/${standing.one.reference}`}>The wheelchair budget</a>
        </p>
      ) : null}
      {sees === 'all' && standing.one.pathway === 'maternity' ? (
        <p>
          <a href={`/maternity/${standing.one.reference}`}>The maternity budget</a>
        </p>
      ) : null}
      {[shows.list, shows.ehc].map(way =>
        way === null ? null : (
          <p key={way.href}>
            <a href={way.href}>{way.says}</a>
          </p>
        ),
      )}
      {sees === 'all' ? (
        <p>
          <a href={`/consents/${standing.one.person}`}>Who decides, and what is shared</a>
        </p>
      ) : null}
      {sees === 'all' ? (
        <p>
          <a href={`/complaints/${standing.one.reference}`}>If something is wrong: look again, or complain</a>
        </p>
      ) : null}
      {shows.calm ? null : <NextDays days={days} today={today} />}
      {sees === 'all' ? (
        <p>
          <a href={`/clocks/people/${standing.one.person}`}>
            All dates, how sure they are, and what has ended
          </a>
        </p>
      ) : null}
      {staff ? <SummaryList facts={factsOf(shows)} /> : null}
      {shows.answered === '' ? null : <p>{shows.answered}</p>}
      {sees === 'all' ? <Messages {...shows} /> : null}
      {sees === 'all' ? <Happened {...shows} /> : null}
    </>
  )
}

/** A case whole: whose turn, the steps, the days ahead, what has happened. */
export const casePage = (shows: CaseShows): Page => ({
  title: shows.staff ? `Case ${shows.standing.one.reference}` : 'Your budget, step by step',
  person: shows.strip,
  back: shows.lists ? '/cases' : '/home',
  wide: shows.staff,
  body: shows.sees === 'name' ? nameOnly(shows) : bodyOf(shows),
})
