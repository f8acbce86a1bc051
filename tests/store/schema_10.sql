-- A state as mailbot wrote it with schema 10; its key is 32 zero bytes.
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'mailbot','schema_1','2026-11-25 03:47:51.630313+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'mailbot','schema_2','2031-01-01 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'mailbot','schema_3','2031-01-02 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'mailbot','schema_4','2031-01-03 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'mailbot','schema_5','2031-01-04 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'mailbot','schema_6','2031-01-05 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'mailbot','schema_7','2031-01-06 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'mailbot','schema_8','2031-01-07 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'mailbot','schema_9','2031-01-08 00:00:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'mailbot','schema_10','2031-01-09 00:00:00+00:00');
CREATE TABLE account (
        user TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        person TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        opened TEXT NOT NULL,
        expires TEXT,
        shut TEXT
    , next_hash TEXT NOT NULL DEFAULT '', read_only INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
INSERT INTO "account" VALUES('c2','C-1','a@x.example','hash','2020-06-01T09:00:00.000000Z',NULL,NULL,'',0);
CREATE TABLE apart (
        case_id TEXT NOT NULL, other_id TEXT NOT NULL, PRIMARY KEY (case_id, other_id)
    ) STRICT, WITHOUT ROWID;
INSERT INTO "apart" VALUES('C-1','C-9');
INSERT INTO "apart" VALUES('C-9','C-1');
CREATE VIRTUAL TABLE case_words USING fts5 (words, tokenize = 'unicode61');
INSERT INTO "case_words" (rowid, words) VALUES(1,'c 1 蓝屏 屏 a x example');
INSERT INTO "case_words" (rowid, words) VALUES(2,'c 2 死机 机');
INSERT INTO "case_words" (rowid, words) VALUES(3,'c 7 死机 机 b y example');
CREATE TABLE casebook (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        status TEXT NOT NULL,
        alarm TEXT,
        leaves_at TEXT,
        body TEXT NOT NULL
    ) STRICT;
INSERT INTO "casebook" VALUES(1,'C-1','open','2020-06-01T09:00:00.000000Z',NULL,'{"id": "C-1", "title": "蓝屏", "opened": "2020-06-01T09:00:00Z", "status": "open", "since": null, "alive": true, "parties": {"contacts": [{"email": "a@x.example", "name": "", "salutation": "", "lang": "", "joined_by": "", "confirmed": false}], "participants": [], "engineer": "", "second_line": "", "end_user": "", "counterpart": "", "bounced": [], "stranger_of": ""}, "opened_by": "", "matter": {"items": [{"name": "full_dump", "state": "asked", "since": "2020-06-01T09:00:00Z"}], "facts": [], "recurs": false, "refused_data": false}, "drafts": [], "letters": 0, "transfer": {"accounts": [{"user": "c1", "person": "a@x.example", "origin": "read", "opened": "2020-06-01T09:00:00Z", "password": "[sealed:c367dcfe]", "host": "", "port": 0, "folder": "", "fingerprint": "", "expires": null}], "uploads": [], "upload_check": null, "upload_claim": ""}, "talk": {"questions": [], "said": [], "last_contact": null, "last_heard": null, "last_said": null, "last_message": "", "thread": [], "question_since": null}, "holds": {"needs": [], "hold": "", "hands_off": ""}, "clocks": {"owed_since": null, "escalated_at": null, "watch_until": null, "engineer_promised": null, "not_before": null, "announced_for": null, "notice_at": null, "closed_at": null, "reminders": 0, "owe_nagged": null, "second_line_nagged": null}, "linked_to": "", "merged_into": ""}');
INSERT INTO "casebook" VALUES(2,'C-2','closed',NULL,NULL,'{"id": "C-2", "title": "死机", "opened": "2020-06-01T09:00:00Z", "status": "closed", "since": null, "alive": false, "parties": {"contacts": [], "participants": [], "names": [], "engineer": "", "second_line": "", "end_user": "", "counterpart": "", "bounced": [], "stranger_of": ""}, "opened_by": "", "matter": {"description": "", "items": [], "facts": [], "recurs": false, "refused_data": false}, "drafts": [], "letters": 0, "transfer": {"accounts": [], "uploads": [], "upload_check": null, "upload_claim": ""}, "talk": {"questions": [], "said": [], "last_contact": null, "last_heard": null, "last_said": null, "last_message": "", "last_trust": "pass", "last_confidence": 1.0, "thread": [], "packets": [], "question_since": null, "told_unseen": false}, "holds": {"needs": [], "hold": "", "hands_off": ""}, "clocks": {"owed_since": null, "escalated_at": null, "watch_until": null, "engineer_promised": null, "not_before": null, "announced_for": null, "notice_at": null, "closed_at": "2020-06-01T09:00:00Z", "reminders": 0, "owe_nagged": null, "second_line_nagged": null}, "linked_to": "", "merged_into": "C-1"}');
INSERT INTO "casebook" VALUES(3,'C-7','open','2020-06-01T09:00:00.000000Z',NULL,'{"id":"C-7","title":"死机","opened":"2020-06-01T09:00:00Z","status":"open","since":null,"alive":true,"parties":{"contacts":[{"email":"b@y.example","name":"","salutation":"","lang":"","joined_by":"","confirmed":false,"verified":false}],"participants":[],"names":[],"engineer":"lin@support.example","second_line":"","end_user":"","counterpart":"","bounced":[],"stranger_of":""},"matter":{"description":"","facts":[{"name":"error_code","value":"0x139","evidence":"蓝屏 0x139"},{"name":"forwarded_date","value":"2020-05-30T08:00:00+08:00","evidence":"Re: dump"},{"name":"watch_until","value":"2020-06-03T13:55:20+08:00","evidence":"观察一周"},{"name":"download_link","value":"https://files.example/a","evidence":"https://files.example/a"},{"name":"download_size","value":"3221225472","evidence":"3 GB"},{"name":"download_expires","value":"2020-06-20T00:00:00+08:00","evidence":"6月20日前有效"},{"name":"download_link","value":"https://files.example/b","evidence":"https://files.example/b"},{"name":"download_size","value":"2048","evidence":"2 KB"},{"name":"meeting_start","value":"2020-06-09T14:00:00","evidence":"周二下午两点"}],"items":[],"recurs":false,"refused_data":false},"transfer":{"accounts":[],"login_wanted":{"admin":"sftp@x.example","requests":[{"person":"b@y.example","answers":"m7@y.example","trust":"pass","confidence":1.0}],"engineer":"","asked":"2020-06-01T09:00:00Z","nagged":null,"thread":[],"over":false},"uploads":[],"upload_check":null,"upload_claim":""},"talk":{"said":[],"thread":[],"packets":[],"questions":[],"question_since":null,"answered_at":null,"last_contact":null,"last_heard":"2020-06-02T10:00:00+08:00","last_said":null,"last_message":"","last_trust":"pass","last_confidence":1.0,"told_unseen":false},"clocks":{"owed_since":null,"not_before":null,"announced_for":null,"reminders":0,"escalated_at":null,"watch_until":null,"notice_at":null,"closed_at":null,"promises":[{"until":"2020-06-20T10:00:00+08:00","made":"2020-06-02T10:00:00+08:00","evidence":"","state":"open"}],"engineer_promised":null,"promised_answer":null,"promise_nagged":null,"owe_nagged":null,"second_line_nagged":null},"holds":{"needs":[{"what":{"kind":"can''t tell what the mail of b@y.example wants","parts":{}},"since":"2020-06-01T09:00:00Z","holds":true}],"hold":"","hands_off":""},"drafts":[{"id":"C-7/1","letters":["answer"],"audience":"customer","to":["b@y.example"],"cc":[],"lang":"zh","written":"2020-06-01T09:00:00Z","answers":"","send":"approve","state":"waiting","withheld":[{"kind":"unverified: the sender''s address is not proven (trust=none)","parts":{}},{"kind":"an engineer has to fill in what only an engineer can say","parts":{}}],"then":null,"secret":false,"gap":true,"edited":false,"approved_by":"","mentions":[],"confidence":1.0,"trust":"pass","arrived":null,"content":{"problem":"","questions":[],"number":0,"reason":"","close_on":null,"answer_by":null,"refused":[],"files":[],"missing":[],"on_recurrence":[],"arrived":[],"words":"","notes":[],"drafts":[]},"nagged":null,"sent_to_person":0,"sent_in_all":0,"sent_today":0},{"id":"C-7/2","letters":["case_needs_you"],"audience":"staff","to":["lin@support.example"],"cc":[],"lang":"zh","written":"2020-06-01T09:00:00Z","answers":"","send":"approve","state":"queued","withheld":[],"then":null,"secret":false,"gap":false,"edited":false,"approved_by":"","mentions":[],"confidence":1.0,"trust":"pass","arrived":null,"content":{"problem":"","questions":[],"number":0,"reason":"","close_on":null,"answer_by":null,"refused":[],"files":[],"missing":[],"on_recurrence":[],"arrived":[],"words":"","notes":[{"kind":"can''t tell what the mail of b@y.example wants","parts":{}},{"kind":"step_result: 不行","parts":{}}],"drafts":[]},"nagged":null,"sent_to_person":0,"sent_in_all":0,"sent_today":0}],"letters":0,"linked_to":"","merged_into":""}');
CREATE TABLE correction (
        mail_id INTEGER PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
        intents TEXT NOT NULL,
        engineer TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT;
INSERT INTO "correction" VALUES(2,'["question"]','lin@support.example','2020-06-02T09:00:00.000000Z');
CREATE TABLE draft (id TEXT PRIMARY KEY, case_id TEXT, subject TEXT, text TEXT, first_text TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "draft" VALUES('C-1/1','C-1','回复：蓝屏','您好','');
CREATE TABLE draft_copy (
        draft_id TEXT PRIMARY KEY,
        words TEXT NOT NULL,
        seen TEXT NOT NULL,
        gone TEXT,
        asked INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE folder (
        name TEXT PRIMARY KEY,
        uidvalidity INTEGER NOT NULL DEFAULT 0,
        uid INTEGER NOT NULL DEFAULT 0,
        read_to_end TEXT
    ) STRICT, WITHOUT ROWID;
INSERT INTO "folder" VALUES('INBOX',1,3,'2020-06-01T09:00:00.000000Z');
CREATE TABLE gone_out (
        outbox_id TEXT NOT NULL, recipient TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (outbox_id, recipient)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE hands_off (who TEXT PRIMARY KEY, because TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "hands_off" VALUES('y.example','太慢了');
CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES casebook (id) DEFERRABLE INITIALLY DEFERRED,
        at TEXT NOT NULL,
        what TEXT NOT NULL,
        because TEXT NOT NULL
    , status TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "journal" VALUES(1,'C-1','2020-06-01T09:00:00.000000Z','CustomerWrote','["because"]','open');
INSERT INTO "journal" VALUES(2,'C-7','2020-06-01T09:00:00.000000Z','CustomerWrote','["the customer''s mail gives us the next step","the customer presses: 太慢了"]','open');
CREATE TABLE kept_mail (
        mail_id INTEGER PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
        body TEXT NOT NULL
    ) STRICT;
INSERT INTO "kept_mail" VALUES(1,'{"at":"2020-06-01T09:00:00Z","sender":{"email":"a@x.example","name":""},"to":[],"cc":[],"subject":"蓝屏","role":"customer","trust":"pass","kind":"human","pieces":[],"attachments":[],"said":{"intents":[{"name":"login_opened","confidence":1.0,"evidence":"账号：nydzjt"}],"facts":[{"name":"account_user","value":"nydzjt","evidence":"账号：nydzjt"},{"name":"account_host","value":"upload.support.example","evidence":"主机：upload.support.example"},{"name":"account_port","value":"22222","evidence":"端口：22222"},{"name":"promise","value":"2020-06-05T18:00:00+08:00","evidence":"周五之前给您"}],"mentions":[],"questions":[],"recurs":false,"step_failed":false,"more":"","guesses":[],"lang":"zh","salutation":""},"unread":[],"by":"new"}');
CREATE TABLE known_awaited (
        key INTEGER NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (key, case_id)
    ) STRICT, WITHOUT ROWID;
INSERT INTO "known_awaited" VALUES(-5376963488633862564,'C-2');
CREATE TABLE known_case (
        case_id TEXT PRIMARY KEY, last_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "known_case" VALUES('C-1','2020-06-01T09:00:00.000000Z');
INSERT INTO "known_case" VALUES('C-2','2020-06-01T09:00:00.000000Z');
CREATE TABLE known_line (
        key INTEGER NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (key, case_id)
    ) STRICT, WITHOUT ROWID;
INSERT INTO "known_line" VALUES(2650989663749306813,'C-1');
CREATE TABLE known_mail (key INTEGER PRIMARY KEY, case_id TEXT NOT NULL) STRICT;
INSERT INTO "known_mail" VALUES(1698080317927654489,'C-1');
INSERT INTO "known_mail" VALUES(4648421412583094510,'C-2');
CREATE TABLE known_person (
        key INTEGER NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (key, case_id)
    ) STRICT, WITHOUT ROWID;
INSERT INTO "known_person" VALUES(-2800877948067904488,'C-1');
INSERT INTO "known_person" VALUES(-1035729872167313521,'C-2');
CREATE TABLE known_subject (
        key INTEGER NOT NULL, case_id TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (key, case_id)
    ) STRICT, WITHOUT ROWID;
INSERT INTO "known_subject" VALUES(-8767653209005892277,'C-2','2020-06-01T09:00:00.000000Z');
INSERT INTO "known_subject" VALUES(-2641156594639919601,'C-1','2020-06-01T09:00:00.000000Z');
CREATE TABLE known_thread (key INTEGER PRIMARY KEY, case_id TEXT NOT NULL) STRICT;
CREATE TABLE mail (
        id INTEGER PRIMARY KEY,
        folder TEXT NOT NULL,
        uidvalidity INTEGER NOT NULL,
        uid INTEGER NOT NULL,
        name TEXT NOT NULL,
        at TEXT,
        sha256 BLOB NOT NULL,
        attempts INTEGER NOT NULL,
        verdict TEXT,
        case_id TEXT REFERENCES casebook (id) DEFERRABLE INITIALLY DEFERRED,
        because TEXT NOT NULL DEFAULT '[]',
        message_key INTEGER,
        digest TEXT NOT NULL DEFAULT '',
        UNIQUE (folder, uidvalidity, uid)
    ) STRICT;
INSERT INTO "mail" VALUES(1,'INBOX',1,1,'INBOX/1','2020-06-01T09:00:00.000000Z',X'DB74AFB309A67A16A1EECF808D90C8978726A3F759F4927F0E3B6C884E338EA6',1,'handled','C-1','["new"]',3750906648844129398,'d');
INSERT INTO "mail" VALUES(2,'INBOX',1,2,'INBOX/2','2020-06-01T09:00:00.000000Z',X'77B5B5F4A647EAB58D15748EE483C9E903B16BA84E433ADB0D35EB75D4715753',1,NULL,NULL,'[]',NULL,'');
INSERT INTO "mail" VALUES(3,'INBOX',1,3,'INBOX/3','2020-06-01T12:00:00.000000Z',X'B05B6CE9B296AF6457B785708C3C429941CF0C6266C0C40D0DEA8CD94CC54F3C',1,NULL,NULL,'[]',NULL,'');
CREATE VIRTUAL TABLE mail_words USING fts5 (words, tokenize = 'unicode61');
INSERT INTO "mail_words" (rowid, words) VALUES(1,'蓝屏 屏 a x example');
CREATE TABLE merged (case_id TEXT PRIMARY KEY, into_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "merged" VALUES('C-2','C-1');
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "note" VALUES('cases','1');
INSERT INTO "note" VALUES('first start','2020-06-01T09:00:00.000000Z');
INSERT INTO "note" VALUES('key check','b5751da8c9191eab72e402784a04fb4de54ff3b1ceab942785e5f784ef55a3ae');
CREATE TABLE notice (
        message_key INTEGER PRIMARY KEY,
        body TEXT NOT NULL
    ) STRICT;
CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        case_id TEXT REFERENCES casebook (id) DEFERRABLE INITIALLY DEFERRED,
        message_key INTEGER NOT NULL,
        state TEXT NOT NULL,
        next_try TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        tried_at TEXT,
        error TEXT NOT NULL DEFAULT '',
        letter TEXT NOT NULL
    ) STRICT;
INSERT INTO "outbox" VALUES(1,'C-1/1','C-1',5892457029467458963,'queued','2020-06-01T09:00:00.000000Z',0,NULL,'','{"id":"C-1/1","case_id":"C-1","message_id":"l@desk","sender":"Support","to":["a@x.example"],"cc":[],"subject":"回复：蓝屏","text":"您好","in_reply_to":"1@x","references":["1@x"],"date":"2020-06-01T09:00:00Z","auto_submitted":"auto-replied","letters":["case_opened"],"secret":false,"attempts":0,"tried_at":null}');
CREATE TABLE presence (
        email TEXT PRIMARY KEY,
        stand_in TEXT NOT NULL,
        since TEXT,
        until TEXT,
        by_reply INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "presence" VALUES('lin@x.example','xu@x.example','2026-12-01T03:11:56.057Z','2031-01-08T00:00:00.000000Z',0);
CREATE TABLE raw_large (
        id INTEGER PRIMARY KEY,
        mail_id INTEGER UNIQUE REFERENCES mail (id) ON DELETE CASCADE,
        size INTEGER NOT NULL,
        pieces INTEGER NOT NULL
    ) STRICT;
INSERT INTO "raw_large" VALUES(1,3,6,2);
CREATE TABLE raw_mail (
        mail_id INTEGER PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
        sealed BLOB NOT NULL
    ) STRICT;
INSERT INTO "raw_mail" VALUES(1,X'EF9DB308509CB6CB261F3903BF0EEB8E1F8EB1F934B94C5DCA5C8D7BC857B2E34B6E3ECC964846280BC6');
INSERT INTO "raw_mail" VALUES(2,X'D9FFAC7B96F43C00F44BE94C1EA5934B560E9CB82BF2D3DD81BB4ECB96ACBD4FA574CCD80DC017A10AB1');
CREATE TABLE raw_piece (
        large_id INTEGER NOT NULL REFERENCES raw_large (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        sealed BLOB NOT NULL,
        UNIQUE (large_id, number)
    ) STRICT;
INSERT INTO "raw_piece" VALUES(1,0,X'8389F7CAAA99EE9503F7CB27C2936BE2A808DEE1C83118FC76FF758727A807F701F514866BDD64');
INSERT INTO "raw_piece" VALUES(1,1,X'169103C7B0B2148FE42C928F10B9E4F62746D8746F230B1F3783C080D414B5624D101274811920');
CREATE TABLE rearranged (
        id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL,
        other_id TEXT NOT NULL,
        body TEXT NOT NULL,
        undone TEXT
    ) STRICT;
INSERT INTO "rearranged" VALUES(1,'C-1','C-2','{"what": "join", "case_id": "C-1", "other_id": "C-2", "before": {"id": "C-1", "title": "蓝屏", "opened": "2020-06-01T09:00:00Z", "status": "open", "since": null, "alive": true, "parties": {"contacts": [{"email": "a@x.example", "name": "", "salutation": "", "lang": "", "joined_by": "", "confirmed": false, "verified": false}], "participants": [], "names": [], "engineer": "", "second_line": "", "end_user": "", "counterpart": "", "bounced": [], "stranger_of": ""}, "opened_by": "", "matter": {"description": "", "items": [{"name": "full_dump", "state": "asked", "since": "2020-06-01T09:00:00Z"}], "facts": [], "recurs": false, "refused_data": false}, "drafts": [], "letters": 0, "transfer": {"accounts": [{"user": "c1", "person": "a@x.example", "origin": "read", "opened": "2020-06-01T09:00:00Z", "password": "[sealed:c367dcfe]", "host": "", "port": 0, "folder": "", "fingerprint": "", "expires": null}], "uploads": [], "upload_check": null, "upload_claim": ""}, "talk": {"questions": [], "said": [], "last_contact": null, "last_heard": null, "last_said": null, "last_message": "", "last_trust": "pass", "last_confidence": 1.0, "thread": [], "packets": [], "question_since": null, "told_unseen": false}, "holds": {"needs": [], "hold": "", "hands_off": ""}, "clocks": {"owed_since": null, "escalated_at": null, "watch_until": null, "engineer_promised": null, "not_before": null, "announced_for": null, "notice_at": null, "closed_at": null, "reminders": 0, "owe_nagged": null, "second_line_nagged": null}, "linked_to": "", "merged_into": ""}, "after": {"id": "C-1", "title": "蓝屏", "opened": "2020-06-01T09:00:00Z", "status": "open", "since": null, "alive": true, "parties": {"contacts": [{"email": "a@x.example", "name": "", "salutation": "", "lang": "", "joined_by": "", "confirmed": false, "verified": false}], "participants": [], "names": [], "engineer": "", "second_line": "", "end_user": "", "counterpart": "", "bounced": [], "stranger_of": ""}, "opened_by": "", "matter": {"description": "", "items": [{"name": "full_dump", "state": "asked", "since": "2020-06-01T09:00:00Z"}], "facts": [], "recurs": false, "refused_data": false}, "drafts": [], "letters": 0, "transfer": {"accounts": [{"user": "c1", "person": "a@x.example", "origin": "read", "opened": "2020-06-01T09:00:00Z", "password": "[sealed:c367dcfe]", "host": "", "port": 0, "folder": "", "fingerprint": "", "expires": null}], "uploads": [], "upload_check": null, "upload_claim": ""}, "talk": {"questions": [], "said": [], "last_contact": null, "last_heard": null, "last_said": null, "last_message": "", "last_trust": "pass", "last_confidence": 1.0, "thread": [], "packets": [], "question_since": null, "told_unseen": false}, "holds": {"needs": [], "hold": "", "hands_off": ""}, "clocks": {"owed_since": null, "escalated_at": null, "watch_until": null, "engineer_promised": null, "not_before": null, "announced_for": null, "notice_at": null, "closed_at": null, "reminders": 0, "owe_nagged": null, "second_line_nagged": null}, "linked_to": "", "merged_into": ""}, "other_before": {"id": "C-2", "title": "死机", "opened": "2020-06-01T09:00:00Z", "status": "open", "since": null, "alive": false, "parties": {"contacts": [], "participants": [], "names": [], "engineer": "", "second_line": "", "end_user": "", "counterpart": "", "bounced": [], "stranger_of": ""}, "opened_by": "", "matter": {"description": "", "items": [], "facts": [], "recurs": false, "refused_data": false}, "drafts": [], "letters": 0, "transfer": {"accounts": [], "uploads": [], "upload_check": null, "upload_claim": ""}, "talk": {"questions": [], "said": [], "last_contact": null, "last_heard": null, "last_said": null, "last_message": "", "last_trust": "pass", "last_confidence": 1.0, "thread": [], "packets": [], "question_since": null, "told_unseen": false}, "holds": {"needs": [], "hold": "", "hands_off": ""}, "clocks": {"owed_since": null, "escalated_at": null, "watch_until": null, "engineer_promised": null, "not_before": null, "announced_for": null, "notice_at": null, "closed_at": null, "reminders": 0, "owe_nagged": null, "second_line_nagged": null}, "linked_to": "", "merged_into": ""}, "other_after": {"id": "C-2", "title": "死机", "opened": "2020-06-01T09:00:00Z", "status": "closed", "since": null, "alive": false, "parties": {"contacts": [], "participants": [], "names": [], "engineer": "", "second_line": "", "end_user": "", "counterpart": "", "bounced": [], "stranger_of": ""}, "opened_by": "", "matter": {"description": "", "items": [], "facts": [], "recurs": false, "refused_data": false}, "drafts": [], "letters": 0, "transfer": {"accounts": [], "uploads": [], "upload_check": null, "upload_claim": ""}, "talk": {"questions": [], "said": [], "last_contact": null, "last_heard": null, "last_said": null, "last_message": "", "last_trust": "pass", "last_confidence": 1.0, "thread": [], "packets": [], "question_since": null, "told_unseen": false}, "holds": {"needs": [], "hold": "", "hands_off": ""}, "clocks": {"owed_since": null, "escalated_at": null, "watch_until": null, "engineer_promised": null, "not_before": null, "announced_for": null, "notice_at": null, "closed_at": "2020-06-01T09:00:00Z", "reminders": 0, "owe_nagged": null, "second_line_nagged": null}, "linked_to": "", "merged_into": "C-1"}, "mails": [], "moved": [], "id": 0}',NULL);
INSERT INTO "rearranged" VALUES(2,'C-1','C-2','{"what": "join", "case_id": "C-1", "other_id": "C-2", "before": {"id": "C-1", "title": "蓝屏", "opened": "2020-06-01T09:00:00Z", "status": "open", "since": null, "alive": true, "parties": {"contacts": [{"email": "a@x.example", "name": "", "salutation": "", "lang": "", "joined_by": "", "confirmed": false, "verified": false}], "participants": [], "names": [], "engineer": "", "second_line": "", "end_user": "", "counterpart": "", "bounced": [], "stranger_of": ""}, "matter": {"description": "", "items": [{"name": "full_dump", "state": "asked", "since": "2020-06-01T09:00:00Z"}], "facts": [], "recurs": false, "refused_data": false}, "drafts": [], "letters": 0, "transfer": {"accounts": [{"user": "c1", "person": "a@x.example", "origin": "read", "opened": "2020-06-01T09:00:00Z", "password": "[sealed:c367dcfe]", "host": "", "port": 0, "folder": "", "fingerprint": "", "expires": null, "handed_over": null, "read_only": false}], "uploads": [], "upload_check": null, "upload_claim": "", "login_wanted": null}, "talk": {"questions": [], "said": [], "last_contact": null, "last_heard": null, "last_said": null, "last_message": "", "last_trust": "pass", "last_confidence": 1.0, "thread": [], "packets": [], "question_since": null, "answered_at": null, "told_unseen": false}, "holds": {"needs": [], "hold": "", "hands_off": ""}, "clocks": {"owed_since": null, "escalated_at": null, "watch_until": null, "promises": [], "engineer_promised": null, "promised_answer": null, "promise_nagged": null, "not_before": null, "announced_for": null, "notice_at": null, "closed_at": null, "reminders": 0, "owe_nagged": null, "second_line_nagged": null}, "linked_to": "", "merged_into": ""}, "after": {"id": "C-1", "title": "蓝屏", "opened": "2020-06-01T09:00:00Z", "status": "open", "since": null, "alive": true, "parties": {"contacts": [{"email": "a@x.example", "name": "", "salutation": "", "lang": "", "joined_by": "", "confirmed": false, "verified": false}], "participants": [], "names": [], "engineer": "", "second_line": "", "end_user": "", "counterpart": "", "bounced": [], "stranger_of": ""}, "matter": {"description": "", "items": [{"name": "full_dump", "state": "asked", "since": "2020-06-01T09:00:00Z"}], "facts": [], "recurs": false, "refused_data": false}, "drafts": [], "letters": 0, "transfer": {"accounts": [{"user": "c1", "person": "a@x.example", "origin": "read", "opened": "2020-06-01T09:00:00Z", "password": "[sealed:c367dcfe]", "host": "", "port": 0, "folder": "", "fingerprint": "", "expires": null, "handed_over": null, "read_only": false}], "uploads": [], "upload_check": null, "upload_claim": "", "login_wanted": null}, "talk": {"questions": [], "said": [], "last_contact": null, "last_heard": null, "last_said": null, "last_message": "", "last_trust": "pass", "last_confidence": 1.0, "thread": [], "packets": [], "question_since": null, "answered_at": null, "told_unseen": false}, "holds": {"needs": [], "hold": "", "hands_off": ""}, "clocks": {"owed_since": null, "escalated_at": null, "watch_until": null, "promises": [], "engineer_promised": null, "promised_answer": null, "promise_nagged": null, "not_before": null, "announced_for": null, "notice_at": null, "closed_at": null, "reminders": 0, "owe_nagged": null, "second_line_nagged": null}, "linked_to": "", "merged_into": ""}, "other_before": {"id": "C-2", "title": "死机", "opened": "2020-06-01T09:00:00Z", "status": "closed", "since": null, "alive": false, "parties": {"contacts": [], "participants": [], "names": [], "engineer": "", "second_line": "", "end_user": "", "counterpart": "", "bounced": [], "stranger_of": ""}, "matter": {"description": "", "items": [], "facts": [], "recurs": false, "refused_data": false}, "drafts": [], "letters": 0, "transfer": {"accounts": [], "uploads": [], "upload_check": null, "upload_claim": "", "login_wanted": null}, "talk": {"questions": [], "said": [], "last_contact": null, "last_heard": null, "last_said": null, "last_message": "", "last_trust": "pass", "last_confidence": 1.0, "thread": [], "packets": [], "question_since": null, "answered_at": null, "told_unseen": false}, "holds": {"needs": [], "hold": "", "hands_off": ""}, "clocks": {"owed_since": null, "escalated_at": null, "watch_until": null, "promises": [], "engineer_promised": null, "promised_answer": null, "promise_nagged": null, "not_before": null, "announced_for": null, "notice_at": null, "closed_at": "2020-06-01T09:00:00Z", "reminders": 0, "owe_nagged": null, "second_line_nagged": null}, "linked_to": "", "merged_into": "C-1"}, "other_after": {"id": "C-2", "title": "死机", "opened": "2020-06-01T09:00:00Z", "status": "closed", "since": null, "alive": false, "parties": {"contacts": [], "participants": [], "names": [], "engineer": "", "second_line": "", "end_user": "", "counterpart": "", "bounced": [], "stranger_of": ""}, "matter": {"description": "", "items": [], "facts": [], "recurs": false, "refused_data": false}, "drafts": [], "letters": 0, "transfer": {"accounts": [], "uploads": [], "upload_check": null, "upload_claim": "", "login_wanted": null}, "talk": {"questions": [], "said": [], "last_contact": null, "last_heard": null, "last_said": null, "last_message": "", "last_trust": "pass", "last_confidence": 1.0, "thread": [], "packets": [], "question_since": null, "answered_at": null, "told_unseen": false}, "holds": {"needs": [], "hold": "", "hands_off": ""}, "clocks": {"owed_since": null, "escalated_at": null, "watch_until": null, "promises": [], "engineer_promised": null, "promised_answer": null, "promise_nagged": null, "not_before": null, "announced_for": null, "notice_at": null, "closed_at": "2020-06-01T09:00:00Z", "reminders": 0, "owe_nagged": null, "second_line_nagged": null}, "linked_to": "", "merged_into": "C-1"}, "mails": [1], "moved": [], "id": 0}',NULL);
INSERT INTO "rearranged" VALUES(3,'C-1','C-2','{"what":"join","case_id":"C-1","other_id":"C-2","before":{"id":"C-1","title":"蓝屏","opened":"2020-06-01T09:00:00Z","status":"open","since":null,"alive":true,"parties":{"contacts":[{"email":"a@x.example","name":"","salutation":"","lang":"","joined_by":"","confirmed":false,"verified":false}],"participants":[],"names":[],"engineer":"","second_line":"","end_user":"","counterpart":"","bounced":[],"stranger_of":""},"matter":{"description":"","facts":[],"items":[{"name":"full_dump","state":"asked","since":"2020-06-01T09:00:00Z"}],"recurs":false,"refused_data":false},"transfer":{"accounts":[{"user":"c1","person":"a@x.example","origin":"read","opened":"2020-06-01T09:00:00Z","password":"[sealed:c367dcfe]","host":"","port":0,"folder":"","fingerprint":"","expires":null,"handed_over":null,"read_only":false}],"login_wanted":null,"uploads":[],"upload_check":null,"upload_claim":""},"talk":{"said":[],"thread":[],"packets":[],"questions":[],"question_since":null,"answered_at":null,"last_contact":null,"last_heard":null,"last_said":null,"last_message":"","last_trust":"pass","last_confidence":1.0,"told_unseen":false},"clocks":{"owed_since":null,"not_before":null,"announced_for":null,"reminders":0,"escalated_at":null,"watch_until":null,"notice_at":null,"closed_at":null,"promises":[],"engineer_promised":null,"promised_answer":null,"promise_nagged":null,"owe_nagged":null,"second_line_nagged":null},"holds":{"needs":[],"hold":"","hands_off":""},"drafts":[],"letters":0,"linked_to":"","merged_into":""},"after":{"id":"C-1","title":"蓝屏","opened":"2020-06-01T09:00:00Z","status":"open","since":null,"alive":true,"parties":{"contacts":[{"email":"a@x.example","name":"","salutation":"","lang":"","joined_by":"","confirmed":false,"verified":false}],"participants":[],"names":[],"engineer":"","second_line":"","end_user":"","counterpart":"","bounced":[],"stranger_of":""},"matter":{"description":"","facts":[],"items":[{"name":"full_dump","state":"asked","since":"2020-06-01T09:00:00Z"}],"recurs":false,"refused_data":false},"transfer":{"accounts":[{"user":"c1","person":"a@x.example","origin":"read","opened":"2020-06-01T09:00:00Z","password":"[sealed:c367dcfe]","host":"","port":0,"folder":"","fingerprint":"","expires":null,"handed_over":null,"read_only":false}],"login_wanted":null,"uploads":[],"upload_check":null,"upload_claim":""},"talk":{"said":[],"thread":[],"packets":[],"questions":[],"question_since":null,"answered_at":null,"last_contact":null,"last_heard":null,"last_said":null,"last_message":"","last_trust":"pass","last_confidence":1.0,"told_unseen":false},"clocks":{"owed_since":null,"not_before":null,"announced_for":null,"reminders":0,"escalated_at":null,"watch_until":null,"notice_at":null,"closed_at":null,"promises":[],"engineer_promised":null,"promised_answer":null,"promise_nagged":null,"owe_nagged":null,"second_line_nagged":null},"holds":{"needs":[],"hold":"","hands_off":""},"drafts":[],"letters":0,"linked_to":"","merged_into":""},"other_before":{"id":"C-2","title":"死机","opened":"2020-06-01T09:00:00Z","status":"closed","since":null,"alive":false,"parties":{"contacts":[],"participants":[],"names":[],"engineer":"","second_line":"","end_user":"","counterpart":"","bounced":[],"stranger_of":""},"matter":{"description":"","facts":[],"items":[],"recurs":false,"refused_data":false},"transfer":{"accounts":[],"login_wanted":null,"uploads":[],"upload_check":null,"upload_claim":""},"talk":{"said":[],"thread":[],"packets":[],"questions":[],"question_since":null,"answered_at":null,"last_contact":null,"last_heard":null,"last_said":null,"last_message":"","last_trust":"pass","last_confidence":1.0,"told_unseen":false},"clocks":{"owed_since":null,"not_before":null,"announced_for":null,"reminders":0,"escalated_at":null,"watch_until":null,"notice_at":null,"closed_at":"2020-06-01T09:00:00Z","promises":[],"engineer_promised":null,"promised_answer":null,"promise_nagged":null,"owe_nagged":null,"second_line_nagged":null},"holds":{"needs":[],"hold":"","hands_off":""},"drafts":[],"letters":0,"linked_to":"","merged_into":"C-1"},"other_after":{"id":"C-2","title":"死机","opened":"2020-06-01T09:00:00Z","status":"closed","since":null,"alive":false,"parties":{"contacts":[],"participants":[],"names":[],"engineer":"","second_line":"","end_user":"","counterpart":"","bounced":[],"stranger_of":""},"matter":{"description":"","facts":[{"name":"watch_until","value":"2020-06-03T13:55:20+08:00","evidence":"观察一周"},{"name":"download_link","value":"https://files.example/a","evidence":"https://files.example/a"},{"name":"download_size","value":"3221225472","evidence":"3 GB"}],"items":[],"recurs":false,"refused_data":false},"transfer":{"accounts":[],"login_wanted":null,"uploads":[],"upload_check":null,"upload_claim":""},"talk":{"said":[],"thread":[],"packets":[],"questions":[],"question_since":null,"answered_at":null,"last_contact":null,"last_heard":null,"last_said":null,"last_message":"","last_trust":"pass","last_confidence":1.0,"told_unseen":false},"clocks":{"owed_since":null,"not_before":null,"announced_for":null,"reminders":0,"escalated_at":null,"watch_until":null,"notice_at":null,"closed_at":"2020-06-01T09:00:00Z","promises":[],"engineer_promised":null,"promised_answer":null,"promise_nagged":null,"owe_nagged":null,"second_line_nagged":null},"holds":{"needs":[],"hold":"","hands_off":""},"drafts":[],"letters":0,"linked_to":"","merged_into":"C-1"},"mails":[1],"moved":[],"id":2}',NULL);
CREATE TABLE secret (seal TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "secret" VALUES('c367dcfe',X'319DB174636EDC555C3993932B5517F10CD583CC006C3688C45B329A1CECDBD26ACED4CE04');
CREATE TABLE session (
        token_hash BLOB PRIMARY KEY,
        email TEXT NOT NULL REFERENCES user (email) ON DELETE CASCADE,
        began TEXT NOT NULL,
        seen TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
INSERT INTO "session" VALUES(X'3C469E9D6C5875D37A43F353D4F88E61FCF812C66EEE3457465A40B0DA4153E0','lin@x.example','2031-01-07T00:00:00.000000Z','2031-01-07T00:00:00.000000Z');
CREATE TABLE upload (
        case_id TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (case_id, user, name)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE user (
        email TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        lang TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "user" VALUES('lin@x.example','Lin Wei','engineer','hash','zh');
INSERT INTO "user" VALUES('xu@x.example','Xu Yang','lead','hash','en');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX casebook_alarm ON casebook (alarm) WHERE alarm IS NOT NULL;
CREATE INDEX casebook_leaves_at ON casebook (leaves_at) WHERE leaves_at IS NOT NULL;
CREATE INDEX casebook_open ON casebook (seq) WHERE status <> 'closed';
CREATE INDEX journal_case ON journal (case_id, id);
CREATE INDEX mail_sha256 ON mail (sha256);
CREATE INDEX mail_waiting ON mail (at IS NULL, at, id) WHERE verdict IS NULL;
CREATE INDEX mail_quarantined ON mail (id) WHERE verdict = 'quarantined';
CREATE INDEX mail_message ON mail (message_key) WHERE message_key IS NOT NULL;
CREATE INDEX mail_case ON mail (case_id);
CREATE INDEX known_subject_at ON known_subject (key, at);
CREATE INDEX outbox_queued ON outbox (next_try, seq) WHERE state = 'queued';
CREATE INDEX outbox_state ON outbox (state, seq);
CREATE INDEX outbox_case ON outbox (case_id);
CREATE INDEX outbox_message ON outbox (message_key);
CREATE INDEX gone_out_at ON gone_out (recipient, at);
CREATE INDEX account_case ON account (case_id);
CREATE INDEX known_awaited_case ON known_awaited (case_id);
CREATE INDEX merged_into ON merged (into_id);
CREATE INDEX rearranged_case ON rearranged (case_id, id);
CREATE INDEX rearranged_other ON rearranged (other_id, id);
CREATE TRIGGER kept_mail_goes AFTER DELETE ON kept_mail BEGIN
        DELETE FROM mail_words WHERE rowid = old.mail_id;
    END;
CREATE INDEX session_email ON session (email);
CREATE INDEX casebook_drafts ON casebook (seq)
        WHERE json_array_length(body, '$.drafts') > 0;
CREATE INDEX outbox_left ON outbox (tried_at) WHERE state = 'sent';
CREATE INDEX journal_at ON journal (at);
COMMIT;
