import type { ReactNode } from 'react'
import { sayShortDay } from '../../kernel/days.ts'
import { sayMoney, sayThousandths } from '../../kernel/money.ts'
import { Details, type Meaning, Reading, Tag } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { gradeSays, sayFound, unitSays } from '../rules/say.ts'
import { allSettings, type Figures, settingNames } from '../rules/settings.ts'
import { type LineStanding, lineStandingSays, type Standing, standingSays } from '../rules/standing.ts'
import type { Found, Grade, Invoice, Line } from '../types.ts'

/** What a page that asks something about an invoice is drawn from. */
export type OnInvoice = {
  readonly invoice: Invoice
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly person?: Page['person']
}

export const standingMeans = {
  'to-check': 'needs-you',
  'in-dispute': 'waiting',
  'to-pay': 'waiting',
  'came-back': 'overdue',
  paid: 'good',
  'nothing-to-pay': 'over',
} as const satisfies Record<Standing, Meaning>

export const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag means={standingMeans[standing]}>{standingSays[standing]}</Tag>
)

const lineMeans = {
  'to-check': 'needs-you',
  accepted: 'good',
  'in-dispute': 'waiting',
  settled: 'over',
} as const satisfies Record<LineStanding, Meaning>

export const LineTag = ({ standing }: { standing: LineStanding }) => (
  <Tag means={lineMeans[standing]}>{lineStandingSays[standing]}</Tag>
)

const gradeMeans = { information: 'plain', warning: 'needs-you', stop: 'bad' } as const satisfies Record<
  Grade,
  Meaning
>

/** What was found of a line, each with its grade and its reason, the heaviest first. */
export const Findings = ({ findings }: { findings: readonly Found[] }) =>
  findings.length === 0 ? (
    <>Nothing</>
  ) : (
    <ul className="nhsuk-list">
      {findings.map(found => (
        <li key={found.what}>
          <Tag means={gradeMeans[found.grade]}>{gradeSays[found.grade]}</Tag> {sayFound(found)}
        </li>
      ))}
    </ul>
  )

const many = (units: bigint, unit: Line['unit']): string =>
  `${sayThousandths(units)} ${unitSays[unit]}${units === 1000n ? '' : 's'}`

/** `7.5 hours x £21.50`. */
export const sayWorking = ({ units, unit, rate }: Pick<Line, 'units' | 'unit' | 'rate'>): string =>
  `${many(units, unit)} x ${sayMoney(rate)}`

/** `4 May 2026, 09:00 to 11:00`. */
export const sayWhen = ({ on, begins, ends }: Pick<Line, 'on' | 'begins' | 'ends'>): string =>
  `${sayShortDay(on)}${begins === null || ends === null ? '' : `, ${begins} to ${ends}`}`

/** On what the checks rest: our own, with the figures as they hold here. */
export const AboutChecks = ({ figures }: { figures: Figures }) => (
  <Details says="What is checked, and on what that rests">
    <p>
      These checks are rules of this service. None of them is law. What is marked “Stop” is not paid as it is;
      what is marked “To look at” is paid when somebody has said why that is right.
    </p>
    <ul>
      {allSettings.map(name => (
        <li key={name}>
          {settingNames[name].says}: {figures[name]}. {settingNames[name].why}
        </li>
      ))}
    </ul>
  </Details>
)

/** A page that asks something about one invoice, and goes back to it. */
export const pageOnInvoice = (
  { invoice, errors, person }: Omit<OnInvoice, 'typed'>,
  { title, heading }: { readonly title: string; readonly heading: string },
  inside: ReactNode,
): Page => ({
  title,
  ...(person ? { person } : {}),
  back: `/invoices/${invoice.reference}/${invoice.number}`,
  errors,
  ...(errors.length > 0 ? { status: 422 } : {}),
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">
          <bdi>{invoice.supplier}</bdi>, invoice {invoice.theirs}
        </span>{' '}
        {heading}
      </h1>
      {inside}
    </Reading>
  ),
})
