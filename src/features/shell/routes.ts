import { Router } from 'express';
import { stylesheet } from './pages/stylesheet.ts';

/** What every public page needs: the stylesheet. */
export function shellPages(): Router {
  const router = Router();
  router.get('/public.css', (_request, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=3600').send(stylesheet);
  });
  return router;
}
