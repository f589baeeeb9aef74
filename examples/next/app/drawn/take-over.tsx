'use client';

import { useEffect } from 'react';

/** Defines the element once the page is there; it takes the place of what is drawn. */
export function TakeOver() {
  useEffect(() => {
    void import('@culturebridge/booking/ssr/client').then(() => import('@culturebridge/booking/define/booking'));
  }, []);
  return null;
}
