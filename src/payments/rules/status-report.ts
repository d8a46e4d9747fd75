import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type Done, done, refused } from '../../kernel/answers.ts'

/** What became of a payment, in our words. */
export type Became = 'taken' | 'paid' | 'pending' | 'rejected'

/** ISO 20022 codes of a payment's status (external code list, as pain.002 carries them). */
const statuses: Readonly<Record<string, Became>> = {
  ACTC: 'taken',
  ACCP: 'taken',
  ACSP: 'taken',
  ACWC: 'taken',
  ACSC: 'paid',
  ACCC: 'paid',
  PDNG: 'pending',
  RCVD: 'pending',
  RJCT: 'rejected',
  CANC: 'rejected',
}
/** What a status code means; null where it is none that we know. */
export const becameOf = (status: string): Became | null => statuses[status] ?? null

export const becameSays: Readonly<Record<Became, string>> = {
  taken: 'The bank has taken it',
  paid: 'Paid',
  pending: 'The bank has not decided yet',
  rejected: 'The bank has rejected it',
}

/** Codes for why a payment is rejected, as sentences that a family can do something with. */
const reasons: Readonly<Record<string, string>> = {
  AC01: 'The account number is not known at this sort code.',
  AC03: 'The account number is not right.',
  AC04: 'The account is closed.',
  AC06: 'The account is blocked.',
  AC13: 'The account is of another kind than the payment needs.',
  AG01: 'This account does not take payments of this kind.',
  AM04: 'There was not enough money in the account that pays.',
  AM05: 'The bank took it for a payment made twice.',
  BE01: 'The name is not that of the account.',
  DUPL: 'The bank took it for a payment made twice.',
  MD07: 'The bank says that the person who owns the account has died.',
  MS02: 'The one who was to be paid refused the payment.',
  MS03: 'The bank gave no reason.',
  RC01: 'The sort code is not right.',
}
/** A reason as a sentence, with the bank's own words behind it where it gave any. */
export function sayBankReason(code: string | null, words: string | null): string {
  const known = code === null ? undefined : reasons[code]
  const says = known ?? (code === null ? 'The bank gave no reason.' : `The bank’s reason is ${code}.`)
  return `${says}${words ? ` The bank says: ${words}` : ''}`.slice(0, 300)
}

export type PaymentStatus = { readonly endToEndId: string; readonly status: string; readonly because: string }
export type StatusReport = {
  readonly messageId: string
  /** The message that it answers. */
  readonly original: string
  readonly count: number | null
  /** Of all that is not named by itself; null where the report says it of each, or in part. */
  readonly group: { readonly status: string; readonly because: string } | null
  /** By the batch's name (`PmtInfId`), where the report says it of a whole batch. */
  readonly batches: ReadonlyMap<string, { readonly status: string; readonly because: string }>
  readonly payments: readonly PaymentStatus[]
}
export type ReportProblem = 'not-xml' | 'not-a-status-report' | 'no-message-named'

type Node = Readonly<Record<string, unknown>>
const node = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {})
const list = (value: unknown): readonly Node[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(node)
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function because(of: Node): string {
  const [first] = list(of['StsRsnInf'])
  const words = first?.['AddtlInf']
  const code = text(node(first?.['Rsn'])['Cd']) || text(node(first?.['Rsn'])['Prtry'])
  return sayBankReason(code || null, text(Array.isArray(words) ? words.join(' ') : words) || null)
}

const statusOf = (of: Node, name: string) => {
  const status = text(of[name])
  return status === '' || status === 'PART' ? null : { status, because: because(of) }
}

/**
 * Reads a bank's answer (ISO 20022 pain.002, .03 to .10, or another version of the same shape). Refused:
 * what is no XML or declares entities of its own, what is no such report, and one that names no message of
 * ours.
 */
export function readStatusReport(xml: string): Done<StatusReport, ReportProblem> {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml) || XMLValidator.validate(xml) !== true) return refused('not-xml')
  const parsed = new XMLParser({ parseTagValue: false, removeNSPrefix: true }).parse(xml)
  const report = node(node(node(parsed)['Document'])['CstmrPmtStsRpt'])
  const group = node(report['OrgnlGrpInfAndSts'])
  if (Object.keys(report).length === 0) return refused('not-a-status-report')
  const original = text(group['OrgnlMsgId'])
  if (original === '') return refused('no-message-named')
  const batches = list(report['OrgnlPmtInfAndSts'])
  const count = text(group['OrgnlNbOfTxs'])
  return done({
    messageId: text(node(report['GrpHdr'])['MsgId']),
    original,
    count: /^\d{1,9}$/.test(count) ? Number(count) : null,
    group: statusOf(group, 'GrpSts'),
    batches: new Map(
      batches.flatMap(one => {
        const status = statusOf(one, 'PmtInfSts')
        return status === null ? [] : [[text(one['OrgnlPmtInfId']), status]]
      }),
    ),
    payments: batches.flatMap(one =>
      list(one['TxInfAndSts']).map(payment => ({
        endToEndId: text(payment['OrgnlEndToEndId']),
        status: text(payment['TxSts']),
        because: because(payment),
      })),
    ),
  })
}

/** A payment of the file that the report answers, and the batch that it is in. */
export type Sent = { readonly id: string; readonly endToEndId: string; readonly batch: string }
export type Answered = {
  readonly id: string
  readonly status: string
  readonly became: Became
  readonly because: string
}
export type Unknown = PaymentStatus & { readonly why: 'unknown-payment' | 'unknown-status' | 'named-twice' }

/**
 * What a report says of each payment that was sent: its own status, else its batch's, else the group's. What
 * it names that was not sent, a status that we do not know, and a payment named twice are kept apart.
 */
export function answersIn(
  report: StatusReport,
  sent: readonly Sent[],
): { readonly answered: readonly Answered[]; readonly unknown: readonly Unknown[] } {
  const byId = new Map(sent.map(one => [one.endToEndId, one]))
  const own = new Map<string, PaymentStatus>()
  const unknown: Unknown[] = []
  for (const one of report.payments) {
    if (!byId.has(one.endToEndId)) unknown.push({ ...one, why: 'unknown-payment' })
    else if (becameOf(one.status) === null) unknown.push({ ...one, why: 'unknown-status' })
    else if (own.has(one.endToEndId)) unknown.push({ ...one, why: 'named-twice' })
    else own.set(one.endToEndId, one)
  }
  const named = new Set(report.payments.map(({ endToEndId }) => endToEndId))
  const answered = sent.flatMap(({ id, endToEndId, batch }) => {
    const whole = named.has(endToEndId) ? null : (report.batches.get(batch) ?? report.group)
    const said = own.get(endToEndId) ?? whole
    const became = said === null ? null : becameOf(said.status)
    return said === null || became === null
      ? []
      : [{ id, status: said.status, became, because: said.because }]
  })
  return { answered, unknown }
}
