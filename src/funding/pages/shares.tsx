import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney, sayThousandths } from '../../kernel/money.ts'
import type { SplitShown, Strand } from '../../needs/public.ts'
import { strandNames } from '../../needs/public.ts'
import {
  Details,
  EmptyState,
  Form,
  LinkButton,
  MoneyTable,
  Reading,
  SubmitButton,
  Tag,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { DisputeShown } from '../queries/facts.ts'
import { ToCorrect } from './correcting.tsx'

export type LineShown = {
  readonly key: string
  readonly says: string
  readonly weekly: Pence
  /** Who carries how much a week, each with a name. */
  readonly carried: readonly { readonly strand: Strand; readonly name: string; readonly weekly: Pence }[]
}
export type Paid = {
  readonly says: string
  readonly weekly: Pence
  readonly from: PlainDate
  readonly because: string
}
export type SharesShown = {
  readonly reference: string
  readonly today: PlainDate
  readonly person: NonNullable<Page['person']>
  /** Every line for the board and the family; the own strand's for a council. */
  readonly lines: readonly LineShown[]
  readonly totals: readonly { readonly strand: Strand; readonly name: string; readonly weekly: Pence }[]
  readonly held: SplitShown | null
  readonly waiting: readonly { readonly split: SplitShown; readonly mayAgree: boolean }[]
  readonly paid: readonly Paid[]
  readonly council: { readonly cost: Pence; readonly contribution: Pence; readonly pays: Pence } | null
  readonly disputes: readonly (DisputeShown & { readonly body: string; readonly interim: string })[]
  /** How many statements were made before the shares changed; nought for those who cannot correct them. */
  readonly toCorrect: number
  readonly may: Readonly<Record<'shareOut' | 'dispute' | 'settle' | 'contribute' | 'backDate', boolean>>
}

const Lines = ({ lines, held, today }: Pick<SharesShown, 'lines' | 'held' | 'today'>) => (
  <>
    {lines.map(line => (
      <section key={line.key}>
        <h3>
          {line.says}: {sayMoney(line.weekly)} a week
        </h3>
        <ul>
          {line.carried.map(one => (
            <li key={one.strand}>
              {one.name} ({strandNames[one.strand].toLowerCase()}) pays {sayMoney(one.weekly)} a week.
            </li>
          ))}
        </ul>
      </section>
    ))}
    <p>
      {held === null
        ? `On ${sayShortDay(today)} nobody shares this budget: the NHS pays all of it.`
        : `Shared so from ${sayShortDay(held.from_on)}. It rests on: ${held.because}`}
    </p>
  </>
)

const Waiting = ({ reference, waiting }: Pick<SharesShown, 'reference' | 'waiting'>) => (
  <>
    {waiting.map(({ split, mayAgree }) => (
      <section key={split.id}>
        <h2>
          Proposed from {sayShortDay(split.from_on)} <Tag means="needs-you">Not agreed yet</Tag>
        </h2>
        <p>
          Written by {split.made_by_name} on {sayShortDay(split.made_on)}. It rests on: {split.because}
        </p>
        <MoneyTable
          caption="Who would carry how much, pounds a week"
          captionSize="s"
          what="Part"
          columns={['A week']}
          rows={split.totals.map(({ strand, weekly }) => ({
            key: strand,
            says: strandNames[strand],
            sums: [weekly],
          }))}
          total="Together"
          empty="Nothing is shared."
        />
        {mayAgree ? (
          <Form action={`/funding/${reference}/splits/${split.id}/agreement`} name="Agree to these shares">
            <p>
              By agreeing, your body carries its part from that day. The board may charge it to you, month by
              month.
            </p>
            <SubmitButton>Agree to these shares</SubmitButton>
          </Form>
        ) : null}
      </section>
    ))}
  </>
)

const Contributions = ({ paid, council }: Pick<SharesShown, 'paid' | 'council'>) => (
  <>
    <h2>What the person pays</h2>
    <p>The health part is free. Nobody pays towards it.</p>
    {paid.length === 0 ? <p>The person pays nothing towards the other parts.</p> : null}
    <ul>
      {paid.map(one => (
        <li key={`${one.says} ${one.from}`}>
          {one.says}: {sayMoney(one.weekly)} a week from {sayShortDay(one.from)}, to the council. Why:{' '}
          {one.because}
        </li>
      ))}
    </ul>
    {council === null ? null : (
      <p>
        Social care costs {sayMoney(council.cost)} a week. The person pays {sayMoney(council.contribution)},
        the council pays {sayMoney(council.pays)}.
      </p>
    )}
  </>
)

const disputeSaid = (one: SharesShown['disputes'][number]): string => {
  const days = `${sayShortDay(one.from_on)} to ${sayShortDay(one.until_on)}`
  const part = `${strandNames[one.strand].toLowerCase()} part of “${one.says}”`
  return `The ${part}, ${days}: ${one.because}.`
}

const Disputes = ({ reference, disputes, may }: Pick<SharesShown, 'reference' | 'disputes' | 'may'>) => (
  <>
    <h2>Disputes between the bodies</h2>
    {disputes.length === 0 ? <p>There are none. All parts are paid.</p> : null}
    <ul>
      {disputes.map(one => (
        <li key={one.id}>
          {disputeSaid(one)}{' '}
          {one.settled_on === null ? (
            <>
              {one.interim} pays it meanwhile, without prejudice. Everything else is paid as ever.{' '}
              {may.settle ? (
                <a href={`/funding/${reference}/disputes/${one.id}`}>Settle it</a>
              ) : (
                <Tag means="waiting">Open</Tag>
              )}
            </>
          ) : (
            <>
              Settled on {sayShortDay(one.settled_on)}: {one.body} carries{' '}
              {sayThousandths(BigInt(one.hundredths ?? 0) * 10n)}%, which is{' '}
              {sayMoney(one.body_pence ?? (0n as Pence))} of {sayMoney(one.disputed ?? (0n as Pence))}.
            </>
          )}
        </li>
      ))}
    </ul>
  </>
)

const Doing = ({ reference, may }: Pick<SharesShown, 'reference' | 'may'>) => (
  <>
    {may.shareOut ? <LinkButton href={`/funding/${reference}/split`}>Share it out</LinkButton> : null}
    {may.contribute ? (
      <p>
        <a href={`/funding/${reference}/contribution`}>Set what the person pays</a>
      </p>
    ) : null}
    {may.dispute ? (
      <p>
        <a href={`/funding/${reference}/dispute`}>Put a part of a line in dispute</a>
      </p>
    ) : null}
    {may.backDate ? (
      <p>
        <a href={`/funding/${reference}/back-dating`}>Change something from a past day</a>
      </p>
    ) : null}
  </>
)

const since = ({ held, today }: SharesShown): string => sayShortDay(held?.from_on ?? today)

/** Who pays which share of a budget: for the family, for the board, and for a council its own part. */
export const sharesPage = (shows: SharesShown): Page => ({
  title: `Who pays which share, ${shows.reference}`,
  person: shows.person,
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Who pays which share
      </h1>
      {shows.lines.length === 0 && shows.totals.length === 0 ? (
        <EmptyState says="There is no sum to share yet." next="It is shared once the sum is worked out." />
      ) : (
        <>
          {shows.totals.length === 0 ? null : (
            <MoneyTable
              caption={`Each part in all, pounds a week, as agreed from ${since(shows)}`}
              what="Part"
              columns={['A week']}
              rows={shows.totals.map(one => ({
                key: one.strand,
                says: strandNames[one.strand],
                about: one.name,
                sums: [one.weekly],
              }))}
              total="Together"
              empty="Nothing is shared."
            />
          )}
          <p>
            <a href={`/funding/${shows.reference}/resources`}>All that pays for this plan, on one page</a>
          </p>
          <h2>Line by line</h2>
          <Lines {...shows} />
        </>
      )}
      <ToCorrect reference={shows.reference} toCorrect={shows.toCorrect} />
      <Waiting {...shows} />
      <Contributions {...shows} />
      <Disputes {...shows} />
      <Details says="How shares are worked out">
        <p>
          Each line is worked out by itself. It is shared to the penny, so that the shares always add up to
          the line. A penny that is left over goes to the part with the largest remainder.
        </p>
      </Details>
      <Doing {...shows} />
    </Reading>
  ),
})
