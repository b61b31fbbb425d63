-- Only a request that waits for an answer is open. Once it is accepted, the meeting guards the pair
-- (Meeting_agreed_pair_key), and when that meeting is cancelled the two may ask each other again.
DROP INDEX "MeetingRequest_open_pair_key";
CREATE UNIQUE INDEX "MeetingRequest_open_pair_key" ON "MeetingRequest"
  ("eventId", LEAST("requesterId", "recipientId"), GREATEST("requesterId", "recipientId"))
  WHERE "state" = 'pending';
