import { addDays, type PlainDate } from '../../src/kernel/days.ts'
import type { Cast } from './cast.ts'
import type { File, Visit } from './visit.ts'

/** A statement of an account as a bank lets people save it, made here: seven movements and their balances. */
export function statement(from: PlainDate, paidIn: number): File {
  let balance = 0
  const rows = (
    [
      [0, 'NHS MILLBROOK ICB', paidIn],
      [4, 'J ELLERY WAGES', -55400],
      [4, 'D MARSH', -5540],
      [5, 'BOOTS 1204 MILLBROOK', -1250],
      [6, 'CORNER GARAGE', -2310],
      [6, 'SQ *A PELL', -1800],
      [7, 'BOOTS 1204 MILLBROOK', -1250],
    ] as const
  ).map(([after, says, amount]) => {
    balance += amount
    const pounds = (sum: number): string => (sum / 100).toFixed(2)
    const shown = addDays(from, after).split('-').reverse().join('/')
    const [out, into] = [amount < 0 ? pounds(-amount) : '', amount > 0 ? pounds(amount) : '']
    return `${shown},${says},${out},${into},${pounds(balance)}`
  })
  const body = ['Date,Description,Money out,Money in,Balance', ...rows, ''].join('\n')
  return { name: 'november.csv', kind: 'text/csv', body }
}

/**
 * When Nadia sends a statement, we say what we read and ask three plain questions: one is answered with a
 * receipt and answers its twin too, one was a mistake, and of one she is not sure and asks to be called.
 */
export async function sendsAStatement({ nadia, reference }: Cast, file: File): Promise<void> {
  await nadia.goTo(`/bank/${reference}`)
  await nadia.follow('Send a statement')
  await nadia.attach('files', { name: 'letter.csv', kind: 'text/csv', body: '%PDF-1.7' })
  await nadia.press('Send')
  await nadia.sees('There is a problem', 'We could not read letter.csv')
  await nadia.attach('files', file)
  await nadia.press('Send')
  await nadia.sees('We read 7 lines', '3 match the plan. 4 questions.')
  await nadia.picture('statement-read', 1300)
  await nadia.follow(/Answer the questions/)
  await answersWithAReceipt(nadia)
  await nadia.sees('You paid £23.10 to', 'CORNER GARAGE', '2 questions are open')
  await nadia.send({ answer: 'elsewhere', words: 'I took the wrong card.' }, 'Send the answer')
  await nadia.sees('You paid £18.00 to', 'A PELL', 'The last question')
  await nadia.send({ answer: 'call-me' }, 'Send the answer')
  await nadia.sees('A PELL')
}

async function answersWithAReceipt(nadia: Visit): Promise<void> {
  await nadia.sees('You paid £12.50 to', 'What was it for?', '4 questions are open')
  await nadia.send({}, 'Send the answer')
  await nadia.sees('There is a problem')
  const photo = { name: 'till.png', kind: 'image/png', body: Buffer.from('89504e470d0a1a0a00', 'hex') }
  await nadia.attach('receipt', photo)
  await nadia.send({ answer: 'plan-line:line-2', words: 'Swimming nappies for the pool' }, 'Send the answer')
}

/** When Ngozi has telephoned, she answers the third, and what was learnt stands where it can be undone. */
export async function callsAboutAQuestion({ ngozi, nadia, reference }: Cast): Promise<void> {
  await ngozi.goTo('/bank?kind=call')
  await ngozi.sees('Sami Rahman', 'Asked for a call')
  await ngozi.leaveTo(`a[href="/bank/${reference}/questions"]`)
  await ngozi.sees('A PELL', 'a call was asked for on')
  await ngozi.leaveTo(`a[href^="/bank/${reference}/questions/"]`)
  await ngozi.send(
    { answer: 'outside-plan', words: 'On the telephone: a cake for his birthday.' },
    'Send the answer',
  )
  await nadia.goTo(`/bank/${reference}/questions`)
  await nadia.sees('There is nothing to answer.')
  await nadia.goTo(`/bank/${reference}/payees`)
  await nadia.sees('BOOTS', 'Forget this')
}

/**
 * When she looks at her money, what is left, what was spent and what is to come stand there, and each opens.
 */
export async function seesTheMoney({ nadia, ngozi, reference }: Cast): Promise<void> {
  await nadia.goTo(`/bank/${reference}`)
  await nadia.sees('My money', 'left', 'BOOTS', 'J ELLERY')
  await nadia.picture('my-money', 1500)
  await ngozi.goTo('/bank')
  await ngozi.goTo(`/ledger/${reference}`)
  await ngozi.sees('Sami Rahman')
}
