import { createApp, defineComponent, ref } from 'vue';
// Importing it defines the elements; on your site: import '@culturebridge/booking/define'.
import '@culturebridge/booking/define';

const App = defineComponent({
  setup() {
    const booking = ref();
    const booked = (event) => {
      booking.value = event.booking;
    };
    return { booking, booked, coach: '323e4567-e89b-12d3-a456-426614174000', metadata: { source: 'vue' } };
  },
  // `.prop` hands over an object as a property; `@cb-booked` listens to the event.
  template: `
    <h1>Vue</h1>
    <p v-if="booking" role="status">
      Booked for {{ new Date(booking.session_datetime).toLocaleString() }}: {{ booking.status }}
    </p>
    <cb-booking api="/" :coach="coach" :metadata.prop="metadata" @cb-booked="booked"></cb-booking>
  `,
});

const app = createApp(App);
// With a build step this goes into the compiler options of the Vue plugin.
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('cb-');
app.mount('#app');
