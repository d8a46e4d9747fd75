type Said = { readonly says: string; readonly matched_because: string | null }
type Whole = Said & { readonly payee: string; readonly memo: string; readonly bank_reference: string }

export const hiddenName = 'Name not shown to you'

/** A line without whom it went to: the day, the sum and what it was for stay. */
export const withoutName = <Line extends Said>(line: Line): Line => ({
  ...line,
  says: hiddenName,
  matched_because: line.matched_because === null ? null : 'You see what it was for, and not whom it went to.',
})

/** The same for all that the bank wrote. */
export const withoutWords = <Line extends Whole>(line: Line): Line => ({
  ...withoutName(line),
  payee: hiddenName,
  memo: '',
  bank_reference: '',
})
