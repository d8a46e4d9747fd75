import { sayDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  InsetText,
  LinkButton,
  Reading,
  RuleNote,
  SummaryList,
  Tag,
  WarningCallout,
  WhoseTurn,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Standing } from '../rules/standing.ts'
import { groundSays, sayStanding } from '../say.ts'
import { Answered, Days, Repaid, Said } from './happened.tsx'
import type { RecoveryShows } from './shows.ts'
import { StaffActs } from './staff-acts.tsx'
import { WorkingShown } from './working.tsx'

/** The same of what comes off a payment. */
const netted = (now: string): Partial<Record<Standing, string>> => ({
  proposed: `Proposal: take ${now} off the next payment`,
  told: `We propose to take ${now} off the next payment`,
  objected: `Objected to: ${now} off the next payment`,
  answered: `We looked again, and take ${now} off the next payment`,
  'to-enter': `${now} comes off the next payment`,
  'to-repay': `${now} comes off the next payment`,
  repaid: `${now} was taken off a payment`,
  dropped: 'Nothing is taken off a payment',
})

/** The one sentence that the page is about. */
export function headline({ one, terms, standing }: RecoveryShows): string {
  const now = sayMoney(terms.amount)
  const off = one.way === 'net' ? netted(now)[standing] : undefined
  if (off !== undefined) return off
  const says: Record<Standing, string> = {
    proposed: `Proposal: ask for ${now} back`,
    told: `We propose that ${now} is paid back`,
    objected: `Objected to: ${now} to be paid back`,
    answered: `We looked again, and ask for ${now}`,
    'to-enter': `${now} is to be paid back`,
    'to-repay': `${sayMoney(terms.left)} is to be paid back`,
    late: `${sayMoney(terms.left)} was to be paid back`,
    repaid: `${now} is paid back`,
    dropped: 'Nothing has to be paid back',
    withdrawn: one.notice === null ? 'A proposal that was taken back' : 'We no longer ask for this',
  }
  return says[standing]
}

const Still = ({ terms, standing }: RecoveryShows) => {
  const moves = terms.movesOn
  if (standing === 'proposed')
    return (
      <InsetText>
        <p>
          <strong>Nothing has been sent and nothing moves.</strong> Somebody else decides about the letter.
        </p>
      </InsetText>
    )
  if (moves === null || !['told', 'answered'].includes(standing)) return null
  return (
    <WarningCallout heading={`Nothing moves until ${sayDay(moves)}`}>
      <p>
        Before that day nothing is taken, nothing is entered as owed, and payments go on as agreed.
        {standing === 'told' && terms.objectBy !== null
          ? ` You can object until ${sayDay(terms.objectBy)}.`
          : ''}
      </p>
    </WarningCallout>
  )
}

const Turn = ({ one, standing, today, may }: RecoveryShows) =>
  standing === 'objected' && one.objection !== null ? (
    <WhoseTurn
      who="somebody who had no part in it"
      since={one.objection.saidOn}
      by={one.objection.answerBy}
      today={today}
      yours={may.answer}
      will="answer the objection"
      also={<p>Nothing moves until there is an answer, however long it takes.</p>}
    />
  ) : null

const Paused = ({ terms, one }: RecoveryShows) =>
  terms.pausedUntil === null ? null : (
    <InsetText>
      <p>
        <Tag means="waiting">Paused</Tag> until {sayDay(terms.pausedUntil)}.{' '}
        {one.pauses.map(each => each.because).join(' ')}
      </p>
    </InsetText>
  )

const settling = ({ one, terms }: RecoveryShows) =>
  one.way === 'net'
    ? [
        {
          says: 'How',
          is: 'It comes off the first regular payment after that day, off no other. Nobody pays it back.',
        },
      ]
    : [
        { says: 'Who must repay', is: one.whoMustRepay },
        {
          says: 'Repay by',
          is: terms.repayBy === null ? `${one.repayDays} days after the letter` : sayDay(terms.repayBy),
        },
      ]

const Proposed = (shows: RecoveryShows) => {
  const { one, terms } = shows
  return (
    <>
      <h2>What we propose</h2>
      <SummaryList
        facts={[
          {
            says: 'Amount',
            is:
              terms.amount === one.amount
                ? sayMoney(one.amount)
                : `${sayMoney(terms.amount)} (was ${sayMoney(one.amount)})`,
          },
          ...settling(shows),
          {
            says: 'Why',
            is: (
              <>
                {groundSays[one.ground]} {one.because}
              </>
            ),
          },
          ...(one.executor === null
            ? []
            : [{ says: 'The letter goes to', is: [one.executor.name, ...one.executor.lines].join(', ') }]),
        ]}
      />
      {one.executor === null ? null : (
        <p>
          Last wages and bills are paid first, from the account. Only the estate repays, nobody out of their
          own pocket. Nothing is taken off any other payment.
        </p>
      )}
    </>
  )
}

const HowToObject = (shows: RecoveryShows) => {
  const { one, may, standing, reach } = shows
  if (standing !== 'told' && standing !== 'to-enter') return null
  return (
    <>
      <h2>If you think this is wrong</h2>
      <p>
        Object in your own words. You need no form and no lawyer. Tell us of wages, tax or bills that we did
        not count. Somebody who had no part in this looks at it again, and answers in writing.
      </p>
      {may.object ? (
        <LinkButton href={`/recoveries/${one.reference}/${one.number}/objection`}>
          {shows.staff ? 'Write down an objection' : 'Object to this'}
        </LinkButton>
      ) : null}
      <p>
        By telephone or letter: {reach} You can also complain to us, and after that to the Parliamentary and
        Health Service Ombudsman.
      </p>
    </>
  )
}

/** One recovery: what we found, what we protected and why, what we propose, how to object, and the days. */
export const recoveryPage = (shows: RecoveryShows): Page => ({
  title: headline(shows),
  back: `/recoveries/${shows.one.reference}`,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...(shows.person ? { person: shows.person } : {}),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">
          Budget {shows.one.reference}, {sayStanding(shows.standing, shows.one.way).toLowerCase()}
        </span>{' '}
        {headline(shows)}
      </h1>
      <Still {...shows} />
      <Turn {...shows} />
      <Paused {...shows} />
      <Repaid {...shows} />
      <WorkingShown working={shows.one.working} ground={shows.one.ground} />
      <Proposed {...shows} />
      <HowToObject {...shows} />
      <Said {...shows} />
      <Answered {...shows} />
      <h2>Days</h2>
      <Days {...shows} />
      {shows.staff ? <StaffActs {...shows} /> : null}
      <h2>The rules</h2>
      {shows.rules.map(rule => (
        <RuleNote key={rule.id} {...rule} />
      ))}
    </Reading>
  ),
})
