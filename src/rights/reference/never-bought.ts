import type { PlainDate } from '../../kernel/days.ts'
import * as at from '../sources.ts'
import type { Backing } from '../types.ts'

/** A thing that no direct payment buys, as dated data. Both days are null while no page says one. */
export type NeverRow = {
  readonly says: string
  readonly by: Backing
  readonly from: PlainDate | null
  readonly until: PlainDate | null
}
const row = (says: string, by: Backing): NeverRow => ({ says, by, from: null, until: null })

/** What a direct payment may not buy, by code. The list is assembled: it is not the national list. */
export const neverRows = {
  ALCOHOL: row('Alcohol', at.shoppingPages),
  TOBACCO: row('Tobacco', at.shoppingPages),
  GAMBLING: row('Gambling', at.shoppingPages),
  ILLEGAL: row('Anything against the law', at.shoppingPages),
  EMERGENCY: row('Urgent or emergency treatment', at.shoppingPages),
  PRIMARY_MEDICAL: row('What a GP does', at.shoppingPages),
  DENTAL_OPTICAL: row('Dental and optical treatment', at.shoppingPages),
  PLANNED_SURGERY: row('Planned surgery', at.shoppingPages),
  MEDICINES: row('Medicines', at.shoppingPages),
  INPATIENT: row('Care as an inpatient', at.shoppingPages),
  VACCINATION: row('Vaccination', at.knownShopping),
  SCREENING: row('Screening', at.knownShopping),
  NCMP: row('The National Child Measurement Programme', at.knownShopping),
  NHS_HEALTH_CHECK: row('NHS Health Checks', at.knownShopping),
  NHS_CHARGES: row('NHS charges, as for prescriptions or dentistry', at.knownShopping),
} as const satisfies Record<string, NeverRow>
