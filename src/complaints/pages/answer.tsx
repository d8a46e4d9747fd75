import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { DataTable } from '../../nhs/public.ts'
import { complaining } from '../../rights/public.ts'
import { ombudsmanSays, outcomeSays, outcomeShort } from '../rules/say.ts'
import type { Answer, Complaint, Promised } from '../types.ts'
import { Rules } from './rules.tsx'
import type { ComplaintShows } from './shows.ts'

const AnswerShown = ({ answer, one }: { answer: Answer; one: Complaint }) => (
  <>
    <h3>
      {sayDay(answer.on)}: {outcomeSays[answer.outcome]}
    </h3>
    <p>
      Signed by {answer.by.name}, {answer.by.role}. <a href={`/notices/${answer.letter}`}>Read the letter</a>
    </p>
    <ol>
      {answer.points.map(({ number, outcome, reasons, rules }) => (
        <li key={number}>
          <bdi>{one.points.find(each => each.number === number)?.says}</bdi>:{' '}
          <strong>{outcomeShort[outcome]}.</strong> <bdi>{reasons}</bdi> <Rules rules={rules} />
        </li>
      ))}
    </ol>
  </>
)

const keptSays = ({ kept }: Promised) =>
  kept === null ? 'Not yet' : `${sayShortDay(kept.on)}: ${kept.evidence}`

const Promises = ({ one, found, may, today }: ComplaintShows) =>
  one.promises.length === 0 ? null : (
    <DataTable
      caption="What was promised"
      columns={[{ says: 'What' }, { says: 'Who' }, { says: 'By' }, { says: 'Done' }]}
      rows={one.promises.map(each => ({
        key: each.id,
        ...(each.kept === null && each.by < today ? { marked: 'overdue' as const } : {}),
        cells: [
          <span key="what">
            <bdi>{each.what}</bdi>
            {each.isMoney ? (
              <>
                {' '}
                <a href={`/payments/for/${found.reference}`}>
                  Payments<span className="nhsuk-u-visually-hidden"> for: {each.what}</span>
                </a>
              </>
            ) : null}
          </span>,
          <bdi key="who">{each.who}</bdi>,
          `${sayShortDay(each.by)}${each.kept === null && each.by < today ? ', overdue' : ''}`,
          each.kept === null && may.handle ? (
            <a key="done" href={`/complaints/${found.reference}/${one.number}/promises/${each.number}`}>
              Note that it is done<span className="nhsuk-u-visually-hidden">: {each.what}</span>
            </a>
          ) : (
            <bdi key="done">{keptSays(each)}</bdi>
          ),
        ],
      }))}
      empty="Nothing was promised."
    />
  )

/** The answer, what was promised, what came after, and the ombudsman. */
export const After = (shows: ComplaintShows) => {
  const { one } = shows
  const whom = ombudsmanSays[complaining.whichOmbudsman.decide({ about: one.about })]
  return (
    <>
      <h2>The answer</h2>
      {one.answers.length === 0 ? <p>There is no answer yet.</p> : null}
      {one.answers.map(answer => (
        <AnswerShown key={answer.id} answer={answer} one={one} />
      ))}
      <Promises {...shows} />
      {one.turnings.map(({ what, on, because, byName }) => (
        <p key={`${what}-${on}-${because}`}>
          {sayDay(on)}, {byName}:{' '}
          {what === 'withdrawn' ? 'the complaint was withdrawn' : 'it was opened again'}. <bdi>{because}</bdi>
        </p>
      ))}
      <h2>The ombudsman</h2>
      {one.ombudsman.map(({ what, on, says, asks }) => (
        <p key={what}>
          {sayDay(on)}: {what === 'went' ? `it went to ${whom}` : 'they decided'}. <bdi>{says}</bdi>{' '}
          {asks === '' ? '' : `They ask: ${asks}`}
        </p>
      ))}
      <p>
        Whoever does not agree with the answer can ask {whom}, free of charge. They usually wait until we have
        answered, and may look at once for good reasons.{' '}
        <Rules rules={['COMPLAINT-OMBUDSMAN', 'COMPLAINT-AT-ONCE']} />
      </p>
    </>
  )
}
