/** Cloud API client: Meta's wire format, its payloads, its Graph API and its errors; knows Meta's words and none of ours. */
@NullMarked
package app.parley.cloudapi;

import org.jspecify.annotations.NullMarked;
