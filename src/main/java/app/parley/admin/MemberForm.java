package app.parley.admin;

import app.parley.numbers.Membership.Settled;

/** What an admin has filled in about somebody. */
record MemberForm(String email, Settled wanted) {}
