package app.parley.admin;

import app.parley.numbers.NumberAccess.Access;
import app.parley.team.Role;

/** What an admin has filled in about somebody. */
record MemberForm(String name, String email, Role role, boolean seesBilling, Access access) {}
