import { type Cast, dayFields } from './cast.ts'

const account = {
  name: 'N RAHMAN FOR SAMI',
  sortCode: '08-99-99',
  accountNumber: '66374958',
  whose: 'representative',
  solePurpose: 'yes',
  othersUseIt: 'no',
  auditable: 'yes',
}

/**
 * When Priya prepares the agreement, each line has its way and the rules ask for consent and court orders.
 */
export async function prepares(
  { priya, reference }: Cast,
  { today, from }: { today: string; from: string },
): Promise<void> {
  await priya.goTo(`/agreements/${reference}`)
  await priya.goTo(`/agreements/${reference}/preparation`)
  const answers = {
    ...dayFields('from', from),
    orders: 'none',
    canDecide: 'no',
    holder: 'representative:*',
    consented: 'yes',
    consentBy: 'Nadia Rahman',
    ...dayFields('consentOn', today),
    consentHow: 'meeting',
    oneOff: 'no',
    ...dayFields('insuranceFrom', from),
  }
  await priya.send({ ...answers, 'from-day': '31', 'from-month': '2' }, 'Prepare the agreement')
  await priya.sees('There is a problem', 'must be a day of the calendar')
  await priya.send(answers, 'Prepare the agreement')
}

/** When Nadia gives an account that checks out and signs, and Tom signs for the NHS, money may flow. */
export async function signs({ nadia, tom, ngozi, reference }: Cast): Promise<void> {
  const at = `/agreements/${reference}`
  await nadia.goTo(at)
  await nadia.goTo(`${at}/account`)
  await nadia.send({ ...account, accountNumber: '66374959' }, 'Send the account')
  await nadia.sees('do not fit together')
  await nadia.send(account, 'Send the account')
  await nadia.sees('ending 4958')
  await ngozi.goTo('/agreements')
  await ngozi.leaveTo(`a[href*="/agreements/${reference}/account/"]`)
  await ngozi.sees('66374958')
  await ngozi.send({ decided: 'approved' }, 'Write the decision down')
  await nadia.goTo(`${at}/signature`)
  const conditions = await nadia.values('agreedTo')
  await nadia.send({ agreedTo: conditions, name: 'Nadia Rahman' }, 'Sign the agreement')
  await tom.goTo(at)
  await tom.press('Sign for the NHS')
  await nadia.goTo(at)
  await nadia.sees('Nothing is missing')
}
