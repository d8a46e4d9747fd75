import { addDays, daysBetween, later, type PlainDate, plainDate } from '../../kernel/days.ts'
import { plus } from '../../kernel/money.ts'
import { addWorkingDays, type Holidays, workingDayOnOrBefore } from '../../kernel/working-days.ts'
import { bankText } from './characters.ts'
import type { BankAccount, Transfer } from './pain.ts'

/** A payment file of Bacs Standard 18: credits out of one account, each processing day with its contra. */
export type BacsFile = {
  /** Six digits: the number by which Bacs knows who sends. */
  readonly userNumber: string
  /** The run's number: the same run has the same, so that a file sent twice can be told. */
  readonly number: number
  /** The day on which the run was released: no file can be processed before the working day after it. */
  readonly madeOn: PlainDate
  readonly payer: BankAccount
  readonly transfers: readonly Transfer[]
}

/**
 * The day on which Bacs processes a payment so that it arrives on its day: the working day before, and never
 * before the working day after the file is made (three-day cycle; general knowledge of the scheme).
 */
export const processingDay = (
  arrives: PlainDate,
  { madeOn, holidays }: { readonly madeOn: PlainDate; readonly holidays: Holidays },
): PlainDate =>
  later(workingDayOnOrBefore(addDays(arrives, -1), holidays), addWorkingDays(madeOn, 1, holidays))

/** The day on which money arrives that Bacs processes on a day: the working day after. */
export const arrivalDay = (processed: PlainDate, holidays: Holidays): PlainDate =>
  addWorkingDays(processed, 1, holidays)

const digits = (text: string): string => text.replace(/\D/g, '')
/** Capital letters, digits and `.&/-` only, in exactly so many places. */
const words = (text: string, places: number, otherwise = ''): string => {
  const plain = bankText(text.replaceAll('&', ' and '), { most: 70, otherwise }).toUpperCase()
  return plain
    .replace(/[^A-Z0-9./ -]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, places)
    .padEnd(places)
}
const number = (value: bigint | number, places: number): string => {
  const text = String(value).padStart(places, '0')
  if (text.length > places) throw new RangeError(`${text} does not fit into ${places} places`)
  return text
}
/** A day as Bacs writes it: a blank, two digits of the year, three of the day of the year. */
const julian = (day: PlainDate): string =>
  ` ${day.slice(2, 4)}${number(daysBetween(plainDate(`${day.slice(0, 4)}-01-01`), day) + 1, 3)}`
const blank = (places: number): string => ' '.repeat(places)

/** What the payee’s statement shows: eighteen places, the case and the end of the payment’s own number. */
export const bacsReference = (endToEndId: string): string => {
  const plain = endToEndId.replace(/[^A-Z0-9]/g, '')
  return plain.length <= 18 ? plain : plain.slice(0, 10) + plain.slice(-8)
}

type Batch = { readonly day: PlainDate; readonly transfers: readonly Transfer[] }

function batches({ transfers, madeOn }: BacsFile, holidays: Holidays): readonly Batch[] {
  const days = new Map<PlainDate, Transfer[]>()
  for (const one of transfers) {
    const day = processingDay(one.leavesOn, { madeOn, holidays })
    const known = days.get(day)
    if (known) known.push(one)
    else days.set(day, [one])
  }
  return [...days].map(([day, of]) => ({ day, transfers: of })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

const side = ({ sortCode, accountNumber }: BankAccount): string => digits(sortCode) + digits(accountNumber)

const credit = (one: Transfer, payer: BankAccount): string =>
  `${side(one.to)}099${side(payer)}${blank(4)}${number(one.amount, 11)}${words(payer.name, 18, 'PAYER')}` +
  `${words(bacsReference(one.endToEndId), 18)}${words(one.to.name, 18, bacsReference(one.endToEndId))}`

/** The debit of the payer's own account that the credits of a day add up to. */
const contra = ({ transfers }: Batch, payer: BankAccount): string =>
  `${side(payer)}017${side(payer)}${blank(4)}${number(plus(...transfers.map(one => one.amount)), 11)}` +
  `${words(payer.name, 18, 'PAYER')}${'CONTRA'.padEnd(18)}${words(payer.name, 18, 'PAYER')}`

const header = (label: string, { userNumber, number: run, madeOn }: BacsFile): string =>
  `${label}A${userNumber}S  1${userNumber}${number(run % 1_000_000, 6)}00010001${blank(6)}${julian(madeOn)}` +
  `${julian(addDays(madeOn, 28))}0000000${blank(13)}${blank(7)}`

const second = (label: string, length: number): string =>
  `${label}F${number(length * 20, 5)}${number(length, 5)}${blank(35)}00${blank(28)}`

/** The totals of what is in the file, for whoever receives it to compare. */
const trailer = (all: readonly Batch[]): string => {
  const sum = plus(...all.flatMap(({ transfers }) => transfers.map(({ amount }) => amount)))
  const credits = all.reduce((count, { transfers }) => count + transfers.length, 0)
  return `UTL1${number(sum, 13)}${number(sum, 13)}${number(all.length, 7)}${number(credits, 7)}${blank(36)}`
}

/**
 * The file as Bacs takes it: VOL1, HDR1, HDR2, UHL1, the credits of each processing day with their contra,
 * EOF1, EOF2, UTL1. Records are of 100 places where all is processed on one day, else of 106 with the day
 * behind each. The same input gives the same bytes. Throws where a sum does not fit its places or the user
 * number has not six digits: mistakes of the programmer. The layout is general knowledge of the scheme.
 */
export function bacsFile(file: BacsFile, { holidays }: { readonly holidays: Holidays }): string {
  if (!/^\d{6}$/.test(file.userNumber)) throw new RangeError('a Bacs user number has six digits')
  const all = batches(file, holidays)
  const several = all.length > 1
  const records = all.flatMap(batch => {
    const behind = several ? julian(batch.day) : ''
    const credits = batch.transfers.map(one => credit(one, file.payer))
    return [...credits, contra(batch, file.payer)].map(record => record + behind)
  })
  const length = several ? 106 : 100
  const first = all[0]?.day ?? addWorkingDays(file.madeOn, 1, holidays)
  const lines = [
    `VOL1${number(file.number % 1_000_000, 6)}0${blank(26)}${blank(4)}${file.userNumber}${blank(32)}1`,
    header('HDR1', file),
    second('HDR2', length),
    `UHL1${julian(first)}999999${blank(4)}00000000${several ? '4 MULTI  ' : '1 DAILY  '}001${blank(40)}`,
    ...records,
    header('EOF1', file),
    second('EOF2', length),
    trailer(all),
  ]
  return `${lines.join('\r\n')}\r\n`
}
