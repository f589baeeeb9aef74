"""A backend of one's own for the booking widget: sign-in, open times, booking, reading, cancelling.

pip install -r requirements.txt && uvicorn main:app --port 3000, then: npx culturebridge-booking check http://localhost:3000
"""

import hashlib, os, secrets, sqlite3, time
from datetime import datetime, timezone
from typing import Annotated
from fastapi import Depends, FastAPI, Header, HTTPException, Response
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field

# Yours to change: who coaches, and when. Hours are UTC; a coach's own time zone takes zoneinfo.
COACHES = [{"user_id": "coach-1", "name": "Ana Keller", "time_zone": "Etc/UTC"}]
OPEN_DAYS, OPENS, CLOSES, EVERY_MINUTES = range(0, 5), 9, 17, 30  # Monday is 0
LENGTHS = [30, 60, 90]
MINUTE, DAY = 60, 86_400

# isolation_level None: transactions begin where the code says so.
db = sqlite3.connect(os.environ.get("DATABASE", "bookings.sqlite"), isolation_level=None, check_same_thread=False)
db.row_factory = sqlite3.Row
db.executescript("""
    CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, email TEXT UNIQUE, name TEXT, salt BLOB, hash BLOB);
    CREATE TABLE IF NOT EXISTS bookings (
        id TEXT PRIMARY KEY, coach_id TEXT, client_id TEXT, start INTEGER, "end" INTEGER, notes TEXT, status TEXT,
        key TEXT, request TEXT, UNIQUE (client_id, key));
""")
tokens: dict[str, tuple[str, float]] = {}
def one(sql: str, *values):
    return db.execute(sql, values).fetchone()

def add_user(email: str, password: str):
    salt = secrets.token_bytes(16)
    row = (secrets.token_hex(8), email.lower(), "A client", salt, hashed(password, salt))
    db.execute("INSERT OR IGNORE INTO users VALUES (?, ?, ?, ?, ?)", row)

def hashed(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
def written(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
def instant(at: datetime) -> int:
    return int((at if at.tzinfo else at.replace(tzinfo=timezone.utc)).timestamp())
def shown(row) -> dict:
    kept = {name: row[name] for name in ("id", "coach_id", "client_id", "notes", "status")}
    return kept | {"session_datetime": written(row["start"]), "duration_minutes": (row["end"] - row["start"]) // MINUTE}

def open_times(coach_id: str, start: int, end: int, minutes: int) -> list[dict]:
    """Every start within opening hours, in the future, that ends in time and overlaps no booking."""
    times = []
    for day in range(start // DAY * DAY, end, DAY):
        if datetime.fromtimestamp(day, timezone.utc).weekday() not in OPEN_DAYS:
            continue
        closes = day + CLOSES * 60 * MINUTE
        for begins in range(day + OPENS * 60 * MINUTE, closes, EVERY_MINUTES * MINUTE):
            ends = begins + minutes * MINUTE
            if begins < start or ends > min(end, closes) or begins <= time.time():
                continue
            overlap = "SELECT 1 FROM bookings WHERE coach_id = ? AND status <> 'cancelled' AND start < ? AND \"end\" > ?"
            if not one(overlap, coach_id, ends, begins):
                times.append({"start": written(begins), "end": written(ends), "duration_minutes": minutes})
    return times

app = FastAPI()
# Pages of any origin may call: tokens are sent in a header, never by the browser alone.
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"], expose_headers=["Location", "Retry-After"],
                   allow_headers=["Authorization", "Content-Type", "Idempotency-Key"])

def signed_in(authorization: Annotated[str, Header()] = "") -> str:
    """The client of the token; without one it is 401, never 403."""
    user_id, until = tokens.get(authorization.removeprefix("Bearer "), ("", 0))
    if until < time.time():
        raise HTTPException(401, "Not authenticated")
    return user_id

Client = Annotated[str, Depends(signed_in)]
class Credentials(BaseModel):
    email: str
    password: str
class NewBooking(BaseModel):
    coach_id: str
    session_datetime: datetime
    duration_minutes: int = 60
    notes: str | None = Field(None, max_length=1000)

@app.get("/coaches")
async def coaches():
    return {"coaches": COACHES, "total": len(COACHES)}

@app.get("/booking/coach/{coach_id}/availability")
async def availability(coach_id: str, start_date: datetime, end_date: datetime, duration_minutes: int = 60):
    start, end = instant(start_date), instant(end_date)
    if not start < end <= start + 31 * DAY:
        raise HTTPException(400, "Date range cannot exceed 30 days")
    known = duration_minutes in LENGTHS and any(coach["user_id"] == coach_id for coach in COACHES)
    return {"coach_id": coach_id, "available_slots": open_times(coach_id, start, end, duration_minutes) if known else []}

@app.post("/auth/login")
async def log_in(sent: Credentials):
    user = one("SELECT * FROM users WHERE email = ?", sent.email.lower())
    if not user or not secrets.compare_digest(hashed(sent.password, user["salt"]), user["hash"]):
        raise HTTPException(401, "Incorrect email or password")
    token = secrets.token_urlsafe(32)
    tokens[token] = (user["id"], time.time() + DAY)
    return {"access_token": token, "token_type": "bearer", "expires_in": DAY}

@app.get("/auth/me")
async def me(client: Client):
    return dict(one("SELECT id, email, name FROM users WHERE id = ?", client)) | {"role": "client"}

@app.post("/booking", status_code=201)
async def book(client: Client, sent: NewBooking, response: Response, idempotency_key: Annotated[str | None, Header()] = None):
    start, request = instant(sent.session_datetime), sent.model_dump_json()
    end = start + sent.duration_minutes * MINUTE
    # One writer at a time from here: nobody can book between the look and the entry.
    with db:
        db.execute("BEGIN IMMEDIATE")
        known = one("SELECT * FROM bookings WHERE client_id = ? AND key = ?", client, idempotency_key)
        if known and known["request"] != request:
            raise HTTPException(422, "This key was used with another request")
        if not known:
            if sent.duration_minutes not in LENGTHS or not open_times(sent.coach_id, start, end, sent.duration_minutes):
                raise HTTPException(409, "Time slot is not available")
            row = (secrets.token_hex(8), sent.coach_id, client, start, end, sent.notes, "confirmed", idempotency_key, request)
            known = one("INSERT INTO bookings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *", *row)
    response.headers["Location"] = f"/booking/{known['id']}"
    return shown(known)

@app.get("/booking/client/{client_id}")
async def bookings(client_id: str, client: Client):
    if client_id != client:
        raise HTTPException(403, "Unauthorized to view these bookings")
    return [shown(row) for row in db.execute("SELECT * FROM bookings WHERE client_id = ? ORDER BY start DESC", (client,))]

@app.get("/booking/{booking_id}")
async def booking(booking_id: str, client: Client):
    row = one("SELECT * FROM bookings WHERE id = ? AND client_id = ?", booking_id, client)
    if not row:
        raise HTTPException(404, "Booking not found")
    return shown(row)

@app.delete("/booking/{booking_id}", status_code=204)
async def cancel(booking_id: str, client: Client):
    found = await booking(booking_id, client)
    db.execute("UPDATE bookings SET status = 'cancelled' WHERE id = ?", (found["id"],))

if os.environ.get("ADD_CLIENT"):
    for email in os.environ["ADD_CLIENT"].split(","):
        add_user(email, os.environ["PASSWORD"])
