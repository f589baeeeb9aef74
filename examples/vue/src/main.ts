import '@culturebridge/booking/define';
import type {} from '@culturebridge/booking/types/vue';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#app');
