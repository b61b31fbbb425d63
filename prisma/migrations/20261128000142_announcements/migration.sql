-- Why: an event's staff writes to groups of those who have registered. Who that is, is decided once, when it is sent; the
-- worker writes the mails some at a time, so that a thousand recipients are no slow request, and stops in between.

-- CreateTable
CREATE TABLE "Announcement" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "groups" TEXT[],
    "countries" TEXT[],
    "locales" "Locale"[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnnouncementText" (
    "announcementId" UUID NOT NULL,
    "locale" "Locale" NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "AnnouncementText_pkey" PRIMARY KEY ("announcementId","locale")
);

-- CreateTable
CREATE TABLE "AnnouncementRecipient" (
    "announcementId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "locale" "Locale" NOT NULL,
    "isWritten" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AnnouncementRecipient_pkey" PRIMARY KEY ("announcementId","registrationId")
);

-- CreateIndex
CREATE INDEX "Announcement_eventId_createdAt_idx" ON "Announcement"("eventId", "createdAt");

-- CreateIndex
CREATE INDEX "AnnouncementRecipient_registrationId_idx" ON "AnnouncementRecipient"("registrationId");

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementText" ADD CONSTRAINT "AnnouncementText_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementRecipient" ADD CONSTRAINT "AnnouncementRecipient_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnnouncementRecipient" ADD CONSTRAINT "AnnouncementRecipient_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A subject is one line, and nothing is empty or without end.
ALTER TABLE "AnnouncementText" ADD CONSTRAINT "AnnouncementText_subject_check" CHECK (char_length("subject") BETWEEN 1 AND 200 AND "subject" !~ '[[:cntrl:]]');
ALTER TABLE "AnnouncementText" ADD CONSTRAINT "AnnouncementText_body_check" CHECK (char_length("body") BETWEEN 1 AND 5000);
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_groups_check" CHECK (cardinality("groups") BETWEEN 1 AND 20 AND cardinality("countries") <= 60);

-- What the worker looks for.
CREATE INDEX "AnnouncementRecipient_unwritten_idx" ON "AnnouncementRecipient"("announcementId") WHERE NOT "isWritten";
