import type { Route } from '../access/public.ts'
import { accessibilityPage, privacyPage, startPage } from './pages/public-pages.tsx'
import { stylePage } from './pages/style.tsx'
import { boardOfHome, home, partOfHome } from './show.tsx'

export const routes: readonly Route[] = [
  { at: 'GET /', allow: 'public.read', handle: () => startPage() },
  { at: 'GET /home', allow: 'home.read', handle: home },
  { at: 'GET /home/money', allow: 'home.read', handle: doing => partOfHome(doing, 'money') },
  { at: 'GET /home/plan', allow: 'home.read', handle: doing => partOfHome(doing, 'plan') },
  { at: 'GET /home/people', allow: 'home.read', handle: doing => partOfHome(doing, 'people') },
  { at: 'GET /home/boards/:board', allow: 'cases.counts', handle: boardOfHome },
  { at: 'GET /accessibility', allow: 'public.read', handle: () => accessibilityPage() },
  { at: 'GET /privacy', allow: 'public.read', handle: () => privacyPage() },
  { at: 'GET /style', allow: 'public.read', handle: () => stylePage() },
]
