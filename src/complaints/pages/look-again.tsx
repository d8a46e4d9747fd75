import { sayDay } from '../../kernel/days.ts'
import { Choice, DayField, LinkButton, Reading, SummaryList, TextArea, TextField } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { ReconsiderSubject } from '../../rights/public.ts'
import type { MayBeLookedAt } from '../queries/look-again.ts'
import { againSays, subjectSays } from '../rules/say.ts'
import { type Again, againOutcomes, againSubjects } from '../types.ts'
import { Paper, waysOf } from './fields.tsx'
import { Rules } from './rules.tsx'
import type { Seen } from './shows.ts'

const says: Readonly<Record<ReconsiderSubject, string>> = {
  ...subjectSays,
  'direct-payment-refused': 'A direct payment was refused, or the money is held in another way than asked',
  'budget-refused': 'A budget, or a part of it, was refused',
  'repayment-notice': 'We asked for money back',
}

const byWhen = ({ openSince, answerBy }: MayBeLookedAt): string => {
  if (openSince !== null)
    return answerBy === null
      ? `Asked on ${sayDay(openSince)}. No day for the answer is known`
      : `Asked on ${sayDay(openSince)}. The answer comes by ${sayDay(answerBy)}`
  return answerBy === null
    ? 'We found no time limit in law, and have set none ourselves. Ask us for a day'
    : `If you ask today, by ${sayDay(answerBy)}. That is our own time: we found no limit in law`
}

const mustSays = (one: MayBeLookedAt): string =>
  one.must
    ? 'Yes, if you ask'
    : 'Not now: we looked less than six months ago. We may, and say so if we do not'

const One = ({ one, mayAsk }: { one: MayBeLookedAt; mayAsk: boolean }) => (
  <>
    <h2>{says[one.subject]}</h2>
    <SummaryList
      facts={[
        { says: 'Decided', is: sayDay(one.since) },
        { says: 'Must we look again?', is: mustSays(one) },
        { says: 'Who will look', is: `Somebody other than ${one.decidedBy || 'whoever decided'}` },
        {
          says: 'Last day to ask',
          is: one.askBy === null ? 'We know of none' : `${sayDay(one.askBy)}, as the notice says`,
        },
        { says: 'By when', is: byWhen(one) },
        { says: 'Where it is written', is: <Rules rules={one.rules} /> },
      ]}
    />
    {mayAsk || one.openSince !== null ? (
      <LinkButton href={one.href} second={one.openSince !== null}>
        {one.openSince === null ? 'Ask us to look again' : 'See how it stands'}
        <span className="nhsuk-u-visually-hidden">: {says[one.subject]}</span>
      </LinkButton>
    ) : null}
  </>
)

type Shows = Seen & { readonly all: readonly MayBeLookedAt[]; readonly mayAsk: boolean }

/** What of this case may be looked at again, since when, whether we must, who looks, and by when. */
export const lookAgainPage = ({ all, mayAsk, found, strip }: Shows): Page => ({
  title: 'Ask us to look again',
  back: `/complaints/${found.reference}`,
  ...strip,
  body: (
    <Reading>
      <h1>Ask us to look again</h1>
      <p>
        Somebody who did not decide looks at it. You can send what you want them to see. You get the answer in
        writing, with reasons. The care there is now goes on meanwhile.
      </p>
      {all.length === 0 ? <p>Nothing in this case has been decided that could be looked at again.</p> : null}
      {all.map(one => (
        <One key={`${one.subject}-${one.href}`} one={one} mayAsk={mayAsk} />
      ))}
      <h2>Something else</h2>
      <p>
        {mayAsk ? (
          <>
            Is it not in this list?{' '}
            <a href={`/complaints/${found.reference}/look-again/new`}>Tell us what it is</a>.{' '}
          </>
        ) : null}
        Is it about how you were treated, or that nothing happens?{' '}
        <a href={`/complaints/${found.reference}`}>Complain</a>.
      </p>
    </Reading>
  ),
})

export const AgainFields = () => (
  <>
    <Choice name="subject" label="What is it about?" ways={waysOf(againSubjects, subjectSays)} />
    <DayField name="decidedOn" label="Which day is on the letter or the plan?" />
    <TextField
      name="decidedBy"
      label="Who decided it?"
      hint="The name on the letter or the plan. Somebody else looks at it."
    />
    <TextArea
      name="words"
      label="What do you think is wrong, and what should we know?"
      rows={6}
      most={5000}
    />
    <Paper />
  </>
)

export const AgainAnswerFields = ({ one }: { one: Again | null }) => (
  <>
    <p>
      {one === null
        ? ''
        : `${one.askedByName}, ${sayDay(one.askedOn)}: ${subjectSays[one.subject].toLowerCase()}.`}{' '}
      Decided by <bdi>{one?.decidedBy}</bdi>
      {one === null ? '' : `, ${sayDay(one.decidedOn)}`}.
    </p>
    <p dir="auto">{one?.words}</p>
    <p>{one?.must ? 'This must be looked at again.' : 'You may look again, but need not.'}</p>
    <Choice name="outcome" label="Your answer" ways={waysOf(againOutcomes, againSays)} />
    <TextArea name="reasons" label="The reasons, as they will stand in the letter" rows={6} most={5000} />
  </>
)
