/** The check digit of a GS1 number: from the right, digits weigh 3 and 1 by turns; the sum ends in nought. */
export function checkDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

const lengths = [8, 12, 13, 14]

/**
 * A GS1 item number (GTIN of 8, 12, 13 or 14 digits, blanks and hyphens between them) as its 14 digits; null
 * where it has another length or its last digit does not check the others.
 */
export function readGs1(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '')
  if (!/^\d+$/.test(digits) || !lengths.includes(digits.length)) return null
  const right = checkDigit(digits.slice(0, -1)) === Number(digits.at(-1))
  return right ? digits.padStart(14, '0') : null
}
