import type { AccessShown } from '../access/public.ts'
import type { BankShown } from '../bank/public.ts'
import type { CasesShown } from '../cases/public.ts'
import type { PaymentsShown } from '../payments/public.ts'
import type { PeopleShown } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'

type All = PaymentsShown & BankShown & CasesShown & PeopleShown & AccessShown
export const here = (doing: Doing): Inside<All> => inside<All>(doing)
