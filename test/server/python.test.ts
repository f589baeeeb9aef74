import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startOnHttp } from './on-http.ts';

/** The guide's script as it stands there; only the address is another, since the port is. */
const script = (url: string) => `
import requests
from datetime import datetime, timedelta

BASE_URL = "${url}"

# Login as client
login_response = requests.post(
    f"{BASE_URL}/auth/login",
    json={"email": "client@example.com", "password": "password123"}
)
client_token = login_response.json()["access_token"]

# Get coaches
coaches_response = requests.get(
    f"{BASE_URL}/coaches",
    headers={"Authorization": f"Bearer {client_token}"}
)
coaches = coaches_response.json()["coaches"]
coach_id = coaches[0]["user_id"]

# Check availability
tomorrow = (datetime.utcnow() + timedelta(days=1)).replace(hour=0, minute=0, second=0)
day_after = tomorrow + timedelta(days=1)

availability_response = requests.get(
    f"{BASE_URL}/booking/coach/{coach_id}/availability",
    params={
        "start_date": tomorrow.isoformat() + "Z",
        "end_date": day_after.isoformat() + "Z",
        "duration_minutes": 60
    }
)
slots = availability_response.json()["available_slots"]

if slots:
    # Create booking
    booking_response = requests.post(
        f"{BASE_URL}/booking",
        headers={"Authorization": f"Bearer {client_token}"},
        json={
            "coach_id": coach_id,
            "session_datetime": slots[0]["start"],
            "duration_minutes": 60,
            "notes": "Test booking"
        }
    )
    booking = booking_response.json()
    print(f"Booking created: {booking['id']}")
    
    # View booking
    booking_detail = requests.get(
        f"{BASE_URL}/booking/{booking['id']}",
        headers={"Authorization": f"Bearer {client_token}"}
    ).json()
    print(f"Booking status: {booking_detail['status']}")
else:
    print("No available slots found")
`;

const hasPython = spawnSync('python3', ['-c', 'import requests']).status === 0;

test.skipIf(!hasPython)('the python script of the guide runs and books', async () => {
  const { url } = await startOnHttp({ clock: 'real' });
  const { stdout } = await promisify(execFile)('python3', ['-W', 'ignore', '-c', script(url)], {
    env: { ...process.env, no_proxy: '*' },
  });
  expect(stdout).toMatch(/^Booking created: [0-9a-f-]{36}\nBooking status: pending\n$/);
});
