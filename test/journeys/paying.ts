import assert from 'node:assert/strict'
import { type Cast, dayFields } from './cast.ts'

const pounds = (text: string): string => text.replaceAll(',', '').replace('£', '')

/** Given a signed agreement, the first sum is due in the next 7 days, and finance sees it. */
export async function findsWhatIsDue({ site, nadia, ngozi, reference }: Cast): Promise<void> {
  await site.letTimeDoItsWork()
  await nadia.goTo(`/payments/for/${reference}`)
  await nadia.sees('What comes next', 'a week')
  await ngozi.goTo('/payments')
  await ngozi.sees('Sami Rahman', 'Can be paid')
}

/** When a run is prepared, two different people sign it, and the bank's file holds what the page says. */
export async function paysTheRun(
  { ngozi, rashid, ...cast }: Cast,
  day: { until: string; today: string },
): Promise<void> {
  await setsPayer({ ngozi }, day.today)
  await ngozi.goTo('/payments')
  await ngozi.send(dayFields('until', day.until), /Prepare/)
  const run = ngozi.at
  await ngozi.sees('Sami Rahman', 'Paid for the first time')
  await ngozi.picture('payment-run', 1500)
  await ngozi.press(/Sign|Release/)
  await ngozi.sees('A second person has to sign')
  await rashid.goTo(run)
  await rashid.press(/Sign|Release/)
  await rashid.sees(/Released on/)
  const first = await rashid.download('Make the file for the bank')
  await rashid.goTo(run)
  await rashid.sees('A file was made before')
  const { name, body } = await rashid.download('File for the bank')
  assert.equal(body, first.body, 'the same file again')
  assert.match(name, /pain\.001\.xml$/)
  const total = /payments?, £([\d,.]+)/.exec(await rashid.words())?.[1] ?? ''
  assert.match(body, new RegExp(`<CtrlSum>${pounds(total)}</CtrlSum>`), `the sum of the page, ${total}`)
  await ngozi.goTo('/payments')
  await ngozi.send(dayFields('until', day.until), /Prepare/)
  await ngozi.sees('Nothing can be paid up to that day')
  await seesTheRemittance(cast)
}

async function setsPayer({ ngozi }: Pick<Cast, 'ngozi'>, today: string): Promise<void> {
  await ngozi.goTo('/payments')
  if (!(await ngozi.words()).includes('No account to pay from')) return
  await ngozi.goTo('/payments/payer')
  const payer = {
    name: 'NHS Millbrook ICB',
    sortCode: '60-70-80',
    accountNumber: '10203040',
    ...dayFields('from', today),
  }
  await ngozi.send(payer, /Save|Set|account/i)
}

async function seesTheRemittance({ nadia, reference }: Pick<Cast, 'nadia' | 'reference'>): Promise<void> {
  await nadia.goTo('/notices')
  await nadia.follow(/paid|payment|money/i)
  await nadia.sees('£')
  await nadia.goTo(`/payments/for/${reference}`)
  await nadia.sees('What was paid')
}
