import '@culturebridge/booking/define';
import type {} from '@culturebridge/booking/types/solid';
import { render } from 'solid-js/web';
import { App } from './app.tsx';

const place = document.querySelector('#app');
if (place) render(() => <App />, place);
