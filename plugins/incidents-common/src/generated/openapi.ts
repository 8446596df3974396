// Made from openapi.yaml by `yarn openapi`. Do not edit.

/** @public */
export interface paths {
    "/v1/adapters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be sent to, and what came in through each. */
        get: operations["listAdapters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts, the latest first. Filters combine with AND; a repeated filter with OR. */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alertId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One alert with what the vendor sent, how its entity was found and why it was suppressed. */
        get: operations["getAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alertId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declares an alert over whose sender will not say so. */
        post: operations["resolveAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alertId}/unsuppress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undoes the suppression. The alert goes through correlation again, and is not suppressed for that reason any more. */
        post: operations["unsuppressAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many alerts each view holds, and how many items are in quarantine. */
        get: operations["countAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/unsuppress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undoes the suppression of several alerts, or of all that one cause keeps quiet, 500 at most. Each goes through correlation again, and is not suppressed for that reason any more. */
        post: operations["unsuppressAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deployments and other changes, the latest first. */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where notifications can go, which routes lead there, and how each did lately. */
        get: operations["listChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels/{name}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a channel told something that is of no incident, as notifications are told. The same key again sends nothing. */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a test message and waits for what the receiver says. */
        post: operations["testChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents and their saved postmortems as text, in the order of their numbers, for an index. */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Weaknesses that scanners reported. They page nobody. */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFollowUps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/follow-ups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["editFollowUp"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incident-clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents of the past that recur: alike by text and entities. */
        get: operations["listIncidentClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents, the latest first. Merged and deleted ones are left out unless asked for. */
        get: operations["listIncidents"];
        put?: never;
        /** Declares an incident by hand, from alerts or from nothing but what is known. A repeated `key` answers with the incident of the first time. */
        post: operations["declareIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One incident. The id of a merged one answers with itself and where it went. */
        get: operations["getIncident"];
        /** Changes what is given. `version` guards against overwriting another's change (409). */
        put: operations["editIncident"];
        post?: never;
        /** Takes an incident out of lists and metrics, as one opened in error. Later alerts make incidents of their own. */
        delete: operations["deleteIncident"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that the caller has seen it. Stops the escalation. The first one counts. */
        post: operations["acknowledgeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The evidence of an incident as it is now: redacted, capped, each record with its id. */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addFollowUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The affected entities, what they depend on and what depends on them, up to 100 nodes. */
        get: operations["getGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes this incident part of another. Its id goes on answering and says where it went. */
        post: operations["mergeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/postmortem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The postmortem as saved, or a draft made from the record while none is. */
        get: operations["getPostmortem"];
        put: operations["savePostmortem"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/postmortem/markdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportPostmortem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/postmortem/narrative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the model for the prose of a postmortem around facts that code renders. Changes nothing. */
        post: operations["narrateIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Past incidents most like this one, by text and entities, with how they were solved. */
        get: operations["getRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/responders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who would know, from past incidents of the same entities, with the reason. */
        get: operations["getResponders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the model which alerts of an incident share a cause, which is primary, in which order to look, and what to suppress: suggestions that a person accepts. */
        post: operations["reviewAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["setRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes alerts out of the incident into one of their own. The correlator does not bring them back together. */
        post: operations["splitIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["setStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the small model for a title and a summary. Changes nothing. */
        post: operations["summarizeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The append-only record, the latest first. Repeated alerts of one kind come as one entry with a count. */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deterministic ranking, computed now or of the same evidence before; the latest analysis; whether a model can be asked. */
        get: operations["getTriage"];
        put?: never;
        /** Asks the model once. With "Accept: application/x-ndjson" one TriageEvent a line as it goes; else the run when it has ended. What cannot be had from a model ends as a run whose `unavailable` says why; the deterministic result stands. */
        post: operations["startTriage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/{incidentId}/triage/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest twenty of an incident, the latest first. */
        get: operations["listTriageRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One change to many incidents; each is permitted and answered for on its own. */
        post: operations["changeIncidents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings in incidents of another tool's past. They are flagged, can be left out of metrics, notify nobody and are the same under the same `key`. */
        post: operations["importIncidents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/intake/{adapter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes what a vendor sends, in the vendor's own form. 202 once it is durable. The credential is an external-access token, or the vendor's signature over the raw body. */
        post: operations["intake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which labels mean which entity; those of the configuration first, then those taught. */
        get: operations["listMappings"];
        put?: never;
        /** Teaches a mapping. It applies to what comes, and to open alerts of no known entity. */
        post: operations["teachMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["forgetMapping"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Times to detect, acknowledge, identify, fix, recover and resolve, time between failures, noise, and use of notifications, of the incidents started in a span. */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One row per incident that counts, with its times in seconds. */
        get: operations["exportMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The delivery log, the latest first. */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oncall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who owns an entity, who is on call for it now and next, and where that comes from. */
        get: operations["getOncall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oncall/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shifts of a team, or of one person, as iCalendar. */
        get: operations["getOncallCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oncall/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rotations over a span of time, with shifts, gaps and who carries how much. */
        get: operations["listOncallTeams"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/open-entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entities that an open incident affects, for filters. */
        get: operations["listOpenEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came in and could not be understood, with the reason, the latest first. */
        get: operations["listQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["discardQuarantined"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads it again with the adapter of today. */
        post: operations["retryQuarantined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules in force, as written, and where they come from. */
        get: operations["getRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs recorded alerts through other rules and says which incidents there would have been. Nothing is changed. */
        post: operations["dryRunRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runbook-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the model for a runbook of at least three resolved incidents; every step cites what it rests on. Changes nothing. */
        post: operations["draftRunbook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/silences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSilences"];
        put?: never;
        post: operations["createSilence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/silences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a silence now. What it kept quiet goes through correlation again. */
        delete: operations["endSilence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the entity's card says; without an entity, of everything the caller may see. */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What keeps firing alerts quiet now, that with the most alerts first. */
        get: operations["listSuppressionCauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/triage-runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One analysis with the evidence that it cites. */
        get: operations["getTriageRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/triage-runs/{runId}/actions/{index}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a remediation proposal of an action that the analysis names. Code resolves it; a human must approve it in the runbooks plugin. */
        post: operations["proposeTriageAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/triage-runs/{runId}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Right or wrong, and what it was. One per person and run; the last counts. */
        post: operations["giveTriageFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/triage/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The deterministic result of an incident described in the body, which docs/schemas/triage-case.json has the form of. Nothing is stored. A body has at most 8 MB. */
        post: operations["replayTriage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/triage/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether and with what models triage works here: budgets, dated prices, prompts and their versions, the ranker in force. */
        get: operations["getTriageSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/triage/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What models cost and what came of it, by day and by task. */
        get: operations["getTriageSpend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** @public */
export type webhooks = Record<string, never>;
/** @public */
export interface components {
    schemas: {
        Adapter: {
            accepted: number;
            /** token, or the vendor signature by name. */
            authentication?: string[];
            /** Of the last 24 h. */
            deliveries: number;
            id: string;
            /** Format: date-time */
            lastAt?: string;
            path: string;
            quarantined: number;
            title: string;
            topic: string;
            truncated: number;
        };
        AffectedEntity: {
            entityRef: string;
            /** Format: date-time */
            healthyAt?: string;
            owner?: string;
            role: "origin" | "affected" | "symptom";
            /** Format: date-time */
            since: string;
            title?: string;
        };
        Alert: {
            adapter: string;
            description?: string;
            /** Format: date-time */
            endsAt?: string;
            entityConfidence?: number;
            entityReason?: string;
            entityReasonSaid?: components["schemas"]["Said"];
            entityRef?: string;
            fingerprint: string;
            id: string;
            incidentId?: string;
            isSymptom?: boolean;
            /** Why it is in its incident. */
            joined?: components["schemas"]["Reason"][];
            labels: {
                [key: string]: string;
            };
            /** Format: date-time */
            lastSeenAt: string;
            name: string;
            /** How often it was reported. */
            occurrences: number;
            owner?: string;
            /** Format: date-time */
            receivedAt: string;
            severity: components["schemas"]["AlertSeverity"];
            /** Format: date-time */
            startsAt: string;
            status: "firing" | "resolved";
            suppression?: components["schemas"]["Suppression"];
            title: string;
            /** How often it went from firing to resolved and back. */
            transitions?: number;
            url?: string;
        };
        AlertCounts: {
            open: number;
            quarantined: number;
            suppressed: number;
            unresolved: number;
        };
        AlertDetail: components["schemas"]["Alert"] & {
            annotations: {
                [key: string]: string;
            };
            /** Entities it could be of. */
            candidates?: {
                confidence: number;
                entityRef: string;
                reason: string;
                said?: components["schemas"]["Said"];
            }[];
            /** What the vendor sent about it last. Untrusted text. */
            raw: string;
            suppressions: components["schemas"]["Suppression"][];
        };
        AlertPage: {
            items: components["schemas"]["Alert"][];
            nextCursor?: string;
        };
        AlertReview: {
            first?: components["schemas"]["Claim"];
            groups: {
                alertIds: string[];
                related?: boolean;
                why: components["schemas"]["Claim"];
            }[];
            /** Alert ids. */
            order: string[];
            /** Id of the alert. */
            primary?: string;
            run: components["schemas"]["TriageRun"];
            suppress: {
                alertId: string;
                why: components["schemas"]["Claim"];
            }[];
        };
        AlertSeverity: "critical" | "error" | "warning" | "info";
        AnalysisAction: {
            /** Id of an installed action, `kubernetes:restart-rollout`. */
            action: string;
            /** The remediation proposal that was made of it, REM-0031. */
            attemptId?: string;
            entityRef?: string;
            evidence: string[];
            index: number;
            input: {
                [key: string]: unknown;
            };
            reversible?: boolean;
            title: string;
            why: string;
        };
        AnalysisHypothesis: {
            /** Why this confidence. */
            because: components["schemas"]["Sentence"][];
            /** Evidence id. */
            change?: string;
            claims: components["schemas"]["Claim"][];
            /** Computed by code. */
            confidence: number;
            contradicting: string[];
            entityRef?: string;
            /** A1, A2, … */
            id: string;
            supporting: string[];
            /** The deterministic suspect that says the same, H1 …. */
            suspect?: string;
            title: string;
            word: "high" | "medium" | "low";
        };
        BulkChange: {
            acknowledge?: boolean;
            ids: string[];
            mergeInto?: string;
            severity?: components["schemas"]["Severity"];
            status?: components["schemas"]["IncidentStatus"];
        };
        BulkResult: {
            items: {
                id: string;
                outcome: "changed" | "unchanged" | "refused" | "missing";
                reason?: string;
            }[];
        };
        Change: {
            /** Format: date-time */
            at: string;
            author?: string;
            /** Its id in the delivery plugin. */
            deliveryId?: string;
            entityRef: string;
            environment?: string;
            id: string;
            kind: "deployment" | "rollback" | "config" | "flag" | "scale" | "other";
            outcome?: "succeeded" | "failed" | "running";
            /** The rollback of the delivery plugin that it belongs to. */
            rollbackId?: string;
            title: string;
            url?: string;
            version?: string;
        };
        Channels: {
            items: {
                failed: number;
                lastError?: string;
                /** Format: date-time */
                lastSentAt?: string;
                name: string;
                /** Of the last 24 h. */
                sent: number;
                type: string;
                waiting: number;
            }[];
            routes: {
                channel: string;
                entities?: string[];
                owners?: string[];
                sentence: string;
                /** Left out for all. */
                severities?: components["schemas"]["Severity"][];
                /** `oncall`, `owner` and entity refs; empty for the channel itself. */
                to?: string[];
                topics?: ("opened" | "severity" | "escalated" | "status" | "resolved")[];
            }[];
        };
        /** A statement of the model. Supported if the records that it cites hold it; else inferred. */
        Claim: {
            evidence: string[];
            supported: boolean;
            text: string;
        };
        Declaration: {
            alertIds?: string[];
            entityRefs?: string[];
            key?: string;
            severity: components["schemas"]["Severity"];
            /** Format: date-time */
            startedAt?: string;
            summary?: string;
            title: string;
        };
        /** Seconds. With n below 10 there is no quantile, only `values`. */
        Distribution: {
            enough: boolean;
            histogram?: {
                count: number;
                from: number;
                to: number;
            }[];
            mean?: number;
            median?: number;
            /** 95 % interval of the median, from order statistics. */
            medianInterval?: number[];
            n: number;
            p90?: number;
            trend?: {
                change: "better" | "worse" | "same" | "unknown";
                previousMedian?: number;
                previousN: number;
            };
            /** Up to 10, when there are not enough. */
            values?: number[];
        };
        DryRun: {
            added: components["schemas"]["DryRunIncident"][];
            after: number;
            /** Incidents under the rules in force. */
            before: number;
            changed: {
                after: components["schemas"]["DryRunIncident"];
                before: components["schemas"]["DryRunIncident"];
                gained: string[];
                lost: string[];
            }[];
            events: number;
            /** Format: date-time */
            from: string;
            removed: components["schemas"]["DryRunIncident"][];
            same: number;
            /** Format: date-time */
            to: string;
            /** There were more than could be run. */
            truncated?: boolean;
        };
        DryRunIncident: {
            alertIds: string[];
            because?: string;
            entityRefs: string[];
            incidentId?: string;
            key: string;
            originRef?: string;
            severity: components["schemas"]["Severity"];
            /** Format: date-time */
            startedAt: string;
            title: string;
        };
        Error: {
            error: {
                message: string;
                name: string;
            };
            request?: {
                method?: string;
                url?: string;
            };
            response: {
                statusCode: number;
            };
        };
        EvidenceBundle: {
            /** Format: date-time */
            at: string;
            /** SHA-256 of what is in it; the same evidence has the same id. */
            id: string;
            incidentId: string;
            items: components["schemas"]["EvidenceItem"][];
            /** What could not be had, and why. */
            missing: components["schemas"]["Sentence"][];
            redactions: components["schemas"]["Redaction"][];
        };
        /** A record that claims cite. All of its text is untrusted data. */
        EvidenceItem: {
            /** Format: date-time */
            at?: string;
            /** Its numbers, by name. */
            data?: {
                [key: string]: unknown;
            };
            entityRef?: string;
            /** E1, E2, … within one bundle. */
            id: string;
            /** A path of the portal, or an http(s) address of its source. */
            link?: string;
            said?: components["schemas"]["Sentence"];
            /** What was asked: `alerts`, `slo`, `delivery`, `loki`, a file. */
            source: string;
            text: string;
            title: string;
            truncated?: boolean;
            type: components["schemas"]["EvidenceType"];
            /** Format: date-time */
            until?: string;
        };
        EvidenceType: "alert" | "burn" | "change" | "topology" | "metric" | "log" | "runbook" | "similar" | "owner" | "tool";
        Finding: {
            adapter: string;
            entityRef?: string;
            /** Format: date-time */
            firstSeenAt: string;
            fixedVersion?: string;
            id: string;
            installedVersion?: string;
            /** Format: date-time */
            lastSeenAt: string;
            package?: string;
            /** CVE-2026-1234 and the like. */
            rule: string;
            severity: "critical" | "high" | "medium" | "low" | "unknown";
            target: string;
            title: string;
            url?: string;
        };
        /** All that the filter holds for, by severity. */
        FindingCounts: {
            critical: number;
            high: number;
            low: number;
            medium: number;
            unknown: number;
        };
        FollowUp: {
            /** Format: date-time */
            createdAt: string;
            createdBy?: string;
            /** Format: date-time */
            doneAt?: string;
            /** Format: date */
            due?: string;
            id: string;
            incidentId: string;
            overdue?: boolean;
            owner?: string;
            priority: "high" | "medium" | "low";
            state: "open" | "done";
            title: string;
            url?: string;
        };
        FollowUpEdit: {
            /** Format: date */
            due?: string;
            owner?: string;
            priority?: "high" | "medium" | "low";
            state?: "open" | "done";
            title?: string;
            url?: string;
        };
        FollowUpRequest: {
            /** Format: date */
            due?: string;
            owner?: string;
            /**
             * Default: medium
             */
            priority: "high" | "medium" | "low";
            title: string;
            url?: string;
        };
        Graph: {
            edges: {
                /** Depends on `to`. */
                from: string;
                to: string;
            }[];
            nodes: {
                alerts: number;
                entityRef: string;
                owner?: string;
                /**
                 * at-risk: depends on an affected one and has no alert.
                 */
                state: "origin" | "symptom" | "affected" | "healthy" | "at-risk";
                title?: string;
            }[];
            truncated: boolean;
        };
        ImportedIncident: {
            /** Format: date-time */
            acknowledgedAt?: string;
            /** Format: date-time */
            detectedAt?: string;
            entityRefs: string[];
            /** Format: date-time */
            identifiedAt?: string;
            /** Its id where it comes from. */
            key: string;
            /** Format: date-time */
            mitigatedAt?: string;
            mitigation?: string;
            /** Format: date-time */
            recoveredAt?: string;
            /** Format: date-time */
            resolvedAt?: string;
            responders?: string[];
            rootCause?: string;
            severity: components["schemas"]["Severity"];
            /** Format: date-time */
            startedAt: string;
            summary?: string;
            title: string;
        };
        Incident: {
            /** Format: date-time */
            acknowledgedAt?: string;
            acknowledgedBy?: string;
            alertCount: number;
            /** Error budget spent over all affected objectives. */
            budgetMinutes?: number;
            channelUrl?: string;
            commander?: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * First alert.
             */
            detectedAt?: string;
            entities: components["schemas"]["AffectedEntity"][];
            /** INC-0042 */
            id: string;
            /** Format: date-time */
            identifiedAt?: string;
            imported: boolean;
            mergedInto?: string;
            /** Format: date-time */
            mitigatedAt?: string;
            origin?: components["schemas"]["Origin"];
            /** Owner of the origin or of the first affected entity. */
            owner?: string;
            /** Format: date-time */
            recoveredAt?: string;
            /** How often it was reopened. */
            reopened?: number;
            /** Format: date-time */
            resolvedAt?: string;
            severity: components["schemas"]["Severity"];
            sloAffecting?: boolean;
            source: "manual" | "alert" | "rule" | "slo" | "import";
            /**
             * Format: date-time
             * First symptom.
             */
            startedAt: string;
            status: components["schemas"]["IncidentStatus"];
            system?: string;
            title: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        IncidentCluster: {
            count: number;
            entityRefs: string[];
            id: string;
            incidentIds: string[];
            /** Format: date-time */
            lastAt?: string;
            /** From start to end. */
            medianMinutes?: number;
            /** What was written down as mitigation. */
            solvedBy?: string[];
            title: string;
        };
        IncidentClusterList: {
            items: components["schemas"]["IncidentCluster"][];
        };
        IncidentDetail: components["schemas"]["Incident"] & {
            /** The rule or person that opened it, in words. */
            because?: string;
            becauseSaid?: components["schemas"]["Said"];
            createdBy?: string;
            followUps: components["schemas"]["FollowUp"][];
            impact: {
                /** Format: date-time */
                asOf: string;
                objectives: {
                    budgetMinutes: number;
                    entityRef: string;
                    /** The budget of its window. */
                    ofMinutes?: number;
                    ref: string;
                    title: string;
                }[];
                /** Why nothing could be counted. */
                unavailable?: string;
                unavailableSaid?: components["schemas"]["Said"];
            };
            /** What the caller may do. */
            may: {
                update: boolean;
                /** Who may, when the caller may not. */
                who?: string;
            };
            /** Ids that are part of it now. */
            merged: string[];
            mitigation?: string;
            roles: {
                role: components["schemas"]["Role"];
                /** Format: date-time */
                since: string;
                userRef: string;
            }[];
            rootCause?: string;
            splitFrom?: string;
            /** What happened, Markdown. */
            summary: string;
            suspects: components["schemas"]["Suspect"][];
        };
        IncidentDocument: {
            entityRefs: string[];
            id: string;
            owner?: string;
            /** Its sections as text, when saved. */
            postmortem?: string;
            severity: components["schemas"]["Severity"];
            status: components["schemas"]["IncidentStatus"];
            /** Summary, root cause, mitigation and notes. */
            text: string;
            title: string;
        };
        IncidentEdit: {
            /** https only; empty to take it away. */
            channelUrl?: string;
            /** All affected entities. */
            entityRefs?: string[];
            /** True: the mitigation was applied now. */
            mitigated?: boolean;
            mitigation?: string;
            rootCause?: string;
            severity?: components["schemas"]["Severity"];
            sloAffecting?: boolean;
            summary?: string;
            title?: string;
            version: number;
        };
        IncidentPage: {
            /** Open ones among all that the caller may see. */
            counts: {
                open: number;
                SEV1: number;
                SEV2: number;
                SEV3: number;
                SEV4: number;
            };
            items: components["schemas"]["Incident"][];
            nextCursor?: string;
        };
        IncidentStatus: "investigating" | "identified" | "monitoring" | "resolved";
        IncidentSummary: {
            run: components["schemas"]["TriageRun"];
            summary?: string;
            title?: string;
        };
        IntakeReceipt: {
            /** Alerts, changes and findings that are durable now. */
            accepted: number;
            /** This delivery was taken before. */
            duplicate: boolean;
            quarantined: number;
            /** Alerts that the sender left out. */
            truncated: number;
        };
        Mapping: {
            /** Format: date-time */
            createdAt?: string;
            createdBy?: string;
            /** For those of the configuration, possibly with `{label}` in it. */
            entityRef: string;
            id: string;
            matchers: components["schemas"]["Matcher"][];
            source: "config" | "taught";
        };
        MappingRequest: {
            entityRef: string;
            matchers: components["schemas"]["Matcher"][];
        };
        Matcher: {
            /** A label's name, or `adapter`, `name`. */
            label: string;
            /**
             * Default: equals
             */
            mode: "equals" | "prefix" | "glob";
            value: string;
        };
        Metrics: {
            acknowledge: components["schemas"]["Distribution"];
            betweenFailures: components["schemas"]["Distribution"];
            detect: components["schemas"]["Distribution"];
            fix: components["schemas"]["Distribution"];
            /** Format: date-time */
            from: string;
            identify: components["schemas"]["Distribution"];
            /** Imported ones among them. */
            imported: number;
            incidents: number;
            noise: {
                /** After deduplication. */
                alerts: number;
                alertsPerIncident?: number;
                /** Share of reports that made no incident of their own. */
                cut?: number;
                incidents: number;
                inIncidents: number;
                /** What senders reported. */
                reports: number;
                suppressed: number;
            };
            notifications: {
                /** Those of them that a person acknowledged, changed or wrote to. */
                actedOn: number;
                /** Incidents that notified somebody. */
                incidents: number;
                sent: number;
                share?: number;
            };
            perPeriod: {
                /** Format: date-time */
                from: string;
                incidents: number;
                /** Seconds to resolve. */
                median?: number;
                /** Format: date-time */
                to: string;
            }[];
            recover: components["schemas"]["Distribution"];
            resolve: components["schemas"]["Distribution"];
            /** Format: date-time */
            to: string;
            /** Why the change failure rate is not here, while it is not. */
            unknownChangeFailureRate?: string;
            unknownChangeFailureRateSaid?: components["schemas"]["Said"];
        };
        ModelAvailability: {
            available: boolean;
            estimate?: components["schemas"]["Money"];
            model?: string;
            promptVersion?: string;
            why?: components["schemas"]["Sentence"];
        };
        Money: {
            amount: number;
            currency: "USD";
        };
        Narrative: {
            markdown?: string;
            run: components["schemas"]["TriageRun"];
        };
        Notification: {
            attempts: number;
            channel: string;
            /** Format: date-time */
            createdAt: string;
            error?: string;
            id: string;
            incidentId?: string;
            /** What the receiver can tell repeats by. */
            key?: string;
            kind: "opened" | "severity" | "escalated" | "status" | "resolved" | "test" | "message";
            /** Format: date-time */
            nextAttemptAt?: string;
            recipient?: string;
            /** Format: date-time */
            sentAt?: string;
            state: components["schemas"]["NotificationState"];
            subject: string;
        };
        NotificationState: "waiting" | "sent" | "failed" | "dropped";
        Oncall: {
            /** Format: date-time */
            asOf: string;
            entityRef: string;
            /** Empty when nobody is on call; `missing` says why. */
            levels: components["schemas"]["OncallLevel"][];
            missing?: string;
            missingSaid?: components["schemas"]["Said"];
            /** The owner, then the owners of its system and domain, then parents of the group. */
            owners: {
                reason: string;
                ref: string;
                said?: components["schemas"]["Said"];
                title?: string;
            }[];
            source?: {
                /** Why it did not answer lately; what is shown is what it said at `fetchedAt`. */
                error?: string;
                /** Format: date-time */
                fetchedAt?: string;
                name: string;
                /** Whose rotation it is. */
                owner?: string;
                type: string;
                url?: string;
            };
        };
        OncallLevel: {
            escalatesAfterMinutes?: number;
            level: number;
            next?: components["schemas"]["OncallPerson"][];
            now: components["schemas"]["OncallPerson"][];
            title?: string;
            /** Format: date-time */
            until?: string;
        };
        OncallPerson: {
            /** The caller may not see who it is; `name` says the role. */
            hidden?: boolean;
            name: string;
            /** What `name` says when it is hidden. */
            said?: components["schemas"]["Said"];
            timeZone?: string;
            /** Left out when the catalog does not know them. */
            userRef?: string;
        };
        OncallTeam: {
            /** Why the source did not answer. */
            error?: string;
            levels: {
                gaps: {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                }[];
                level: number;
                shifts: components["schemas"]["Shift"][];
                title?: string;
            }[];
            load: {
                hours: number;
                /** Notified of in the span. */
                incidents: number;
                /** 22:00 to 07:00 in their zone. */
                nightHours: number;
                person: components["schemas"]["OncallPerson"];
            }[];
            owner: string;
            source: {
                /** Format: date-time */
                fetchedAt?: string;
                name: string;
                type: string;
                url?: string;
            };
            timeZone?: string;
            title?: string;
        };
        /** The first suspect. */
        Origin: {
            changeId?: string;
            changeTitle?: string;
            confidence: "high" | "medium" | "low";
            entityRef: string;
        };
        Postmortem: {
            actionItems: components["schemas"]["FollowUp"][];
            incidentId: string;
            sections: components["schemas"]["PostmortemSections"];
            /**
             * draft: made from the record, not saved.
             */
            state: "draft" | "saved" | "published";
            title: string;
            /** Format: date-time */
            updatedAt?: string;
            updatedBy?: string;
            /** 0 for a draft. */
            version: number;
        };
        PostmortemEdit: {
            publish?: boolean;
            sections: components["schemas"]["PostmortemSections"];
            version: number;
        };
        PostmortemSections: {
            detection: string;
            impact: string;
            lessons: string;
            queries: string;
            rootCause: string;
            timeline: string;
            wentWell: string;
            wentWrong: string;
        };
        QuarantinePage: {
            items: {
                adapter: string;
                /** Where in the payload, as a path. */
                field?: string;
                id: string;
                raw: string;
                reason: string;
                /** Format: date-time */
                receivedAt: string;
                said?: components["schemas"]["Said"];
            }[];
            nextCursor?: string;
        };
        /** One piece of a score, in words a reader understands. `text` is English; `kind` and `data` let a screen say it in another language. */
        Reason: {
            data?: {
                [key: string]: string;
            };
            kind: "same-entity" | "depends-on" | "depended-on-by" | "common-dependency" | "time" | "text" | "labels" | "change" | "earliest" | "explains" | "severity" | "rule" | "by-hand" | "same-fingerprint";
            /** Entity refs, from the one to the other. */
            path?: string[];
            text: string;
            /** Its share of the score. */
            weight: number;
        };
        Redaction: {
            count: number;
            kind: string;
        };
        RelatedIncident: {
            because: string;
            id: string;
            /** Format: date-time */
            resolvedAt?: string;
            score: number;
            severity: components["schemas"]["Severity"];
            /** Entity refs that both affected. */
            sharedEntities?: string[];
            sharedWords?: string[];
            /** Its mitigation or root cause, when written down. */
            solution?: string;
            /** Format: date-time */
            startedAt: string;
            status: components["schemas"]["IncidentStatus"];
            title: string;
        };
        Responder: {
            incidents: string[];
            reason: string;
            said?: components["schemas"]["Said"];
            title?: string;
            userRef: string;
        };
        Role: "commander" | "scribe" | "technical-lead" | "liaison";
        RunbookDraft: {
            fileName?: string;
            run: components["schemas"]["TriageRun"];
            steps?: components["schemas"]["Claim"][];
            yaml?: string;
        };
        RunbookDraftRequest: {
            incidentIds: string[];
            /**
             * Default: en
             */
            language: "en" | "es";
        };
        /** What the (English) sentence beside it says, for a screen that says it in another language. Codes may be added; a screen that does not know one shows the sentence. */
        Said: {
            code: string;
            params: {
                [key: string]: string;
            };
        };
        /** Something said in words: `text` in English, `code` and `params` to say it in another language. */
        Sentence: {
            code: string;
            params?: {
                [key: string]: string | number;
            };
            text: string;
        };
        Severity: "SEV1" | "SEV2" | "SEV3" | "SEV4";
        Shift: {
            /** Format: date-time */
            from: string;
            layer?: string;
            override?: boolean;
            /** Empty in a gap. */
            people: components["schemas"]["OncallPerson"][];
            /** Format: date-time */
            to: string;
        };
        Silence: {
            createdBy: string;
            entityRef?: string;
            /** Format: date-time */
            from: string;
            id: string;
            matchers: components["schemas"]["Matcher"][];
            reason: string;
            /** Alerts it keeps quiet now. */
            suppressed: number;
            /** Format: date-time */
            until: string;
        };
        /** What is kept quiet is said by matchers, by an entity, or by both. */
        SilenceRequest: {
            entityRef?: string;
            /** Format: date-time */
            from?: string;
            /** Left out for all alerts of the entity. */
            matchers?: components["schemas"]["Matcher"][];
            reason: string;
            /** Format: date-time */
            until: string;
        };
        StatusChange: {
            note?: string;
            status: components["schemas"]["IncidentStatus"];
        };
        Summary: {
            /** Format: date-time */
            asOf: string;
            firing?: number;
            /** The worst open ones, at most five. */
            incidents: components["schemas"]["Incident"][];
            lastAlert?: components["schemas"]["Alert"];
            oncall?: components["schemas"]["Oncall"];
            open: number;
        };
        Suppression: {
            /** Format: date-time */
            at: string;
            /** What suppresses it: a silence, a correction, an incident. */
            causeRef?: string;
            /** Reports kept quiet. */
            count: number;
            kind: "flapping" | "silence" | "maintenance" | "symptom" | "rule";
            reason: string;
            said?: components["schemas"]["Said"];
            /** Format: date-time */
            undoneAt?: string;
            undoneBy?: string;
            /** Format: date-time */
            until?: string;
        };
        SuppressionCause: {
            causeRef: string;
            /** Firing alerts that it keeps quiet. */
            count: number;
            kind: components["schemas"]["SuppressionKind"];
            /** That of one of its alerts. */
            reason: string;
            said?: components["schemas"]["Said"];
        };
        SuppressionKind: "flapping" | "silence" | "maintenance" | "symptom" | "rule";
        Suspect: {
            changeId?: string;
            confidence: "high" | "medium" | "low";
            entityRef: string;
            evidence: components["schemas"]["Reason"][];
            score: number;
        };
        TaughtMapping: {
            /** Open alerts that have an entity now. */
            applied: number;
            mapping: components["schemas"]["Mapping"];
        };
        TimelineEntry: {
            /** Format: date-time */
            at: string;
            /** User ref; left out for what the product did. */
            author?: string;
            because?: components["schemas"]["Reason"][];
            count: number;
            data?: {
                [key: string]: string;
            };
            id: string;
            kind: components["schemas"]["TimelineKind"];
            /** Format: date-time */
            lastAt?: string;
            said?: components["schemas"]["Said"];
            /** Markdown for notes; plain text otherwise. */
            text: string;
        };
        TimelineKind: "alert" | "change" | "note" | "decision" | "status" | "severity" | "role" | "action" | "notification" | "link" | "entity" | "follow-up";
        TimelinePage: {
            items: components["schemas"]["TimelineEntry"][];
            nextCursor?: string;
        };
        Triage: {
            bundle: {
                /** Format: date-time */
                at: string;
                id: string;
                redactions: components["schemas"]["Redaction"][];
            };
            incidentId: string;
            latest?: components["schemas"]["TriageRun"];
            model: components["schemas"]["ModelAvailability"];
            report: components["schemas"]["TriageReport"];
            similar?: components["schemas"]["RelatedIncident"][];
        };
        /** What the model said and code did not drop. */
        TriageAnalysis: {
            actions: components["schemas"]["AnalysisAction"][];
            /** What the model said and does not hold. */
            dropped: {
                reason: components["schemas"]["Sentence"];
                /** Which part: `hypotheses[1].claims[0]`. */
                what: string;
            }[];
            headline: string;
            hypotheses: components["schemas"]["AnalysisHypothesis"][];
            /** Records that seem to give orders to whoever reads them. */
            injections: {
                evidence: string;
                text: string;
            }[];
            openQuestions: string[];
            prevention: components["schemas"]["Claim"][];
            ruledOut: components["schemas"]["Claim"][];
            runbooks: {
                ref: string;
                title: string;
            }[];
            timeline: {
                /** Format: date-time */
                at: string;
                evidence: string[];
                text: string;
            }[];
            verdict: components["schemas"]["TriageVerdict"];
            verification: components["schemas"]["Claim"][];
        };
        /** An incident in a file; docs/schemas/triage-case.json has its form, which is checked with path and fix. */
        TriageCase: {
            [key: string]: unknown;
        };
        TriageEvent: {
            /** Format: date-time */
            at: string;
            report?: components["schemas"]["TriageReport"];
            run?: components["schemas"]["TriageRun"];
            said?: components["schemas"]["Sentence"];
            stage: components["schemas"]["TriageStage"];
        };
        TriageFactor: {
            name: string;
            said: components["schemas"]["Sentence"];
            weight: number;
        };
        TriageFeedback: {
            /** Format: date-time */
            at: string;
            by: string;
            comment?: string;
            trueCause?: string;
            verdict: "right" | "wrong";
        };
        TriageFeedbackRequest: {
            comment?: string;
            /** Entity ref, or a few words. */
            trueCause?: string;
            verdict: "right" | "wrong";
        };
        TriageProposal: {
            attemptId: string;
        };
        /** The deterministic result. */
        TriageReport: {
            evidence: components["schemas"]["EvidenceItem"][];
            missing: components["schemas"]["Sentence"][];
            ranker: {
                kind: "rules" | "learned";
                version: string;
                why?: components["schemas"]["Sentence"];
            };
            summary: components["schemas"]["Sentence"];
            suspects: components["schemas"]["TriageSuspect"][];
            verdict: components["schemas"]["TriageVerdict"];
        };
        TriageRequest: {
            /**
             * Ask even if the same evidence was analysed before.
             * Default: false
             */
            again: boolean;
            /**
             * Default: en
             */
            language: "en" | "es";
        };
        TriageRun: {
            analysis?: components["schemas"]["TriageAnalysis"];
            bundleId: string;
            by: string;
            /** The run whose answer this is, for identical evidence. */
            cachedFrom?: string;
            /** Format: date-time */
            endedAt?: string;
            /** The bundle, and what tools added. */
            evidence?: components["schemas"]["EvidenceItem"][];
            feedback: components["schemas"]["TriageFeedback"][];
            hypotheses?: components["schemas"]["AnalysisHypothesis"][];
            /** TRI-0007. */
            id: string;
            incidentId: string;
            language: string;
            model?: string;
            promptVersion?: string;
            redactions?: components["schemas"]["Redaction"][];
            stage?: components["schemas"]["TriageStage"];
            /** Format: date-time */
            startedAt: string;
            state: "running" | "done" | "unavailable";
            task: components["schemas"]["TriageTask"];
            unavailable?: components["schemas"]["Sentence"];
            usage?: components["schemas"]["TriageUsage"];
        };
        TriageRunList: {
            items: components["schemas"]["TriageRun"][];
        };
        TriageSettings: {
            budget: {
                concurrent: number;
                dayUsd: number;
                incidentUsd: number;
                inputTokens: number;
                outputTokens: number;
                runUsd: number;
                seconds: number;
            };
            logSources: string[];
            model: components["schemas"]["ModelAvailability"];
            prompts: {
                changes: string[];
                task: components["schemas"]["TriageTask"];
                version: string;
            }[];
            ranker: {
                /** With a confirmed cause. */
                closedIncidents: number;
                kind: "rules" | "learned";
                needed: number;
                top1?: number;
                /** Format: date-time */
                trainedAt?: string;
                untrainedTop1?: number;
                version: string;
                why: components["schemas"]["Sentence"];
            };
            redactors: string[];
            tiers: {
                /** USD per million tokens. */
                inputPrice: number;
                model: string;
                outputPrice: number;
                pricesOf: string;
                tier: "analysis" | "small";
            }[];
        };
        TriageSpend: {
            days: {
                cost: components["schemas"]["Money"];
                day: string;
                runs: number;
            }[];
            feedback: {
                /** Share of right, when there are ten or more. */
                acceptance?: number;
                /** The same of the span before, to see drift. */
                before?: number;
                /** Incidents that began in the span and were closed with their true cause told, the latest 200: how often it was among the suspects. */
                causes: {
                    /** Of them, the model was asked about. */
                    analysed: number;
                    /** The first suspect was it. */
                    first: number;
                    modelFirst: number;
                    modelThree: number;
                    n: number;
                    /** Among the first three. */
                    three: number;
                };
                n: number;
                right: number;
                wrong: number;
            };
            outcomes: {
                outcome: string;
                runs: number;
            }[];
            /** Format: date-time */
            since: string;
            tasks: {
                cost: components["schemas"]["Money"];
                runs: number;
                task: components["schemas"]["TriageTask"];
            }[];
            today: {
                limit: components["schemas"]["Money"];
                reserved: components["schemas"]["Money"];
                spent: components["schemas"]["Money"];
            };
        };
        TriageStage: "collecting" | "ranking" | "reserving" | "asking" | "using-tools" | "verifying" | "repairing" | "done";
        TriageSuspect: {
            cause: components["schemas"]["Sentence"];
            /** Evidence id of the change that is meant. */
            change?: string;
            /** How often one like it was right, measured. */
            confidence: number;
            contradicting: string[];
            /** Absent for what is outside the catalog. */
            entityRef?: string;
            /** The three strongest first. */
            factors: components["schemas"]["TriageFactor"][];
            /** H1, H2, … the likeliest first. */
            id: string;
            kind: "service" | "change" | "config" | "external";
            /** Of its series, the one that deviates most: cpu, memory, latency, … */
            metric?: string;
            /** Of what is outside the catalog. */
            name?: string;
            /** Entity refs from a symptom to the suspect. */
            path: string[];
            score: number;
            supporting: string[];
            word: "high" | "medium" | "low";
        };
        TriageTask: "analysis" | "review" | "runbook-draft" | "narrative" | "summary";
        TriageUsage: {
            cachedTokens?: number;
            /** Of tools. */
            calls: number;
            cost: components["schemas"]["Money"];
            inputTokens: number;
            outputTokens: number;
            /** Date of the prices. */
            pricesOf: string;
            rounds: number;
        };
        TriageVerdict: "identified" | "probable" | "inconclusive" | "no-fault";
        Unsuppressed: {
            /** Alerts that the cause still keeps quiet, beyond the 500; 0 for `alertIds`. */
            left: number;
            /** The caller may not. */
            refused: number;
            /** Nothing kept them quiet any more. */
            unchanged: number;
            undone: number;
        };
        /** Either `alertIds`, or `kind` and `causeRef`. */
        UnsuppressRequest: {
            alertIds?: string[];
            causeRef?: string;
            kind?: components["schemas"]["SuppressionKind"];
        };
    };
    responses: {
        /** Refused or failed */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        alertId: string;
        cursor: string;
        id: string;
        /** INC-0042 */
        incidentId: string;
        /** Of what the product writes; what people wrote stays as it is. */
        language: "en" | "es";
        limit: number;
        metricsEntity: string;
        /** 90 days ago by default. */
        metricsFrom: string;
        /** Count incidents brought in from another tool. */
        metricsImported: boolean;
        metricsOwner: string;
        metricsSeverity: components["schemas"]["Severity"][];
        metricsSystem: string;
        metricsTo: string;
        runId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
/** @public */
export type $defs = Record<string, never>;
/** @public */
export interface operations {
    listAdapters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All adapters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Adapter"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                adapter?: string[];
                cursor?: components["parameters"]["cursor"];
                entityRef?: string[];
                /** INC-0042 */
                incident?: string;
                limit?: components["parameters"]["limit"];
                owner?: string[];
                /** Text to find in name, title or entity. */
                q?: string;
                severity?: components["schemas"]["AlertSeverity"][];
                /** open: firing and not suppressed. suppressed: firing, and kept from making incidents. unresolved: firing, of no known entity. resolved: over. all. */
                view?: "open" | "suppressed" | "unresolved" | "resolved" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: components["parameters"]["alertId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The alert */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    resolveAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: components["parameters"]["alertId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The alert */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    unsuppressAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alertId: components["parameters"]["alertId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The alert */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    countAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertCounts"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    unsuppressAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnsuppressRequest"];
            };
        };
        responses: {
            /** What came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unsuppressed"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                entityRef?: string[];
                from?: string;
                /** Those of its entities and what they depend on in the two hours before it. */
                incident?: string;
                limit?: components["parameters"]["limit"];
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** At most `limit` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Change"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channels"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Of the caller. */
                    key: string;
                    /** Shown as it is; its first line is the subject. */
                    text: string;
                    /** Users and groups, for channels that reach people and no room. */
                    to?: string[];
                };
            };
        };
        responses: {
            /** It is on its way; the delivery log tells what becomes of it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    testChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** What the receiver said */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        outcome: "sent" | "failed";
                        reason?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IncidentDocument"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["cursor"];
                entityRef?: string[];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts?: components["schemas"]["FindingCounts"];
                        items: components["schemas"]["Finding"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFollowUps: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["cursor"];
                incident?: string;
                limit?: components["parameters"]["limit"];
                owner?: string[];
                state?: "open" | "done" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page, the first due first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FollowUp"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    editFollowUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpEdit"];
            };
        };
        responses: {
            /** The follow-up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listIncidentClusters: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The largest first, at most fifty */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentClusterList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["cursor"];
                /** Any affected entity. */
                entityRef?: string[];
                /** Started at or after. */
                from?: string;
                limit?: components["parameters"]["limit"];
                merged?: boolean;
                orderBy?: "startedAt" | "severity";
                owner?: string[];
                /** Words to find. Each must be the beginning of a word of the title, of the name of an affected entity, of the name of the owner or of the id, whatever their case and accents. A whole id finds that incident alone. */
                q?: string;
                severity?: components["schemas"]["Severity"][];
                status?: components["schemas"]["IncidentStatus"][];
                system?: string[];
                /** Started before. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    declareIncident: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Declaration"];
            };
        };
        responses: {
            /** Declared */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The incident */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    editIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentEdit"];
            };
        };
        responses: {
            /** The incident */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    acknowledgeIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The incident */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The bundle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceBundle"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    addFollowUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpRequest"];
            };
        };
        responses: {
            /** Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUp"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getGraph: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The graph */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Graph"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    mergeIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** INC-0042 */
                    into: string;
                };
            };
        };
        responses: {
            /** The incident it is part of now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    addNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Of the caller; the same key adds nothing twice. */
                    key?: string;
                    /**
                     * Default: note
                     */
                    kind?: "note" | "decision";
                    /** Markdown */
                    text: string;
                };
            };
        };
        responses: {
            /** Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineEntry"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPostmortem: {
        parameters: {
            query?: {
                /** Of what the product writes; what people wrote stays as it is. */
                language?: components["parameters"]["language"];
            };
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The postmortem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Postmortem"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    savePostmortem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostmortemEdit"];
            };
        };
        responses: {
            /** Saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Postmortem"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportPostmortem: {
        parameters: {
            query?: {
                /** Of what the product writes; what people wrote stays as it is. */
                language?: components["parameters"]["language"];
            };
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Markdown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    narrateIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriageRequest"];
            };
        };
        responses: {
            /** A suggestion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Narrative"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRelated: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** At most ten */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RelatedIncident"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getResponders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** At most five */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Responder"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    reviewAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriageRequest"];
            };
        };
        responses: {
            /** The suggestions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertReview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    setRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    role: components["schemas"]["Role"];
                    /** Left out to vacate the role. */
                    userRef?: string;
                };
            };
        };
        responses: {
            /** The incident */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    splitIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    alertIds: string[];
                    title?: string;
                };
            };
        };
        responses: {
            /** The new incident */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    setStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusChange"];
            };
        };
        responses: {
            /** The incident */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    summarizeIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriageRequest"];
            };
        };
        responses: {
            /** A suggestion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentSummary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["cursor"];
                kind?: components["schemas"]["TimelineKind"][];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTriage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** What is known */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Triage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    startTriage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriageRequest"];
            };
        };
        responses: {
            /** The run, or its stages line by line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageRun"];
                    "application/x-ndjson": components["schemas"]["TriageEvent"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listTriageRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** INC-0042 */
                incidentId: components["parameters"]["incidentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Without their evidence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageRunList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    changeIncidents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkChange"];
            };
        };
        responses: {
            /** What came of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    importIncidents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    incidents: components["schemas"]["ImportedIncident"][];
                };
            };
        };
        responses: {
            /** Imported */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imported: number;
                        known: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    intake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                adapter: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": unknown;
            };
        };
        responses: {
            /** Durable */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeReceipt"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listMappings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Mapping"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    teachMapping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingRequest"];
            };
        };
        responses: {
            /** Taught */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaughtMapping"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    forgetMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getMetrics: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["metricsEntity"];
                /** 90 days ago by default. */
                from?: components["parameters"]["metricsFrom"];
                /** Count incidents brought in from another tool. */
                imported?: components["parameters"]["metricsImported"];
                owner?: components["parameters"]["metricsOwner"];
                severity?: components["parameters"]["metricsSeverity"];
                system?: components["parameters"]["metricsSystem"];
                to?: components["parameters"]["metricsTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The metrics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportMetrics: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["metricsEntity"];
                /** 90 days ago by default. */
                from?: components["parameters"]["metricsFrom"];
                /** Count incidents brought in from another tool. */
                imported?: components["parameters"]["metricsImported"];
                owner?: components["parameters"]["metricsOwner"];
                severity?: components["parameters"]["metricsSeverity"];
                system?: components["parameters"]["metricsSystem"];
                to?: components["parameters"]["metricsTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                channel?: string;
                cursor?: components["parameters"]["cursor"];
                incident?: string;
                limit?: components["parameters"]["limit"];
                state?: components["schemas"]["NotificationState"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notification"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getOncall: {
        parameters: {
            query: {
                at?: string;
                entityRef: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oncall"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getOncallCalendar: {
        parameters: {
            query: {
                owner: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** iCalendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listOncallTeams: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Each team */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        items: components["schemas"]["OncallTeam"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listOpenEntities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** At most 5000 refs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: string[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listQuarantine: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    discardQuarantined: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    retryQuarantined: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** What came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        outcome: "accepted" | "quarantined";
                        reason?: string;
                        said?: components["schemas"]["Said"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        source: string;
                        yaml: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    dryRunRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * 24 h ago by default.
                     */
                    from?: string;
                    /** Format: date-time */
                    to?: string;
                    yaml: string;
                };
            };
        };
        responses: {
            /** The difference */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    draftRunbook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunbookDraftRequest"];
            };
        };
        responses: {
            /** A file for a pull request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunbookDraft"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSilences: {
        parameters: {
            query?: {
                active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Silence"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createSilence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SilenceRequest"];
            };
        };
        responses: {
            /** Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Silence"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    endSilence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getSummary: {
        parameters: {
            query?: {
                entityRef?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The summary */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSuppressionCauses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** At most 100 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SuppressionCause"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTriageRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageRun"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    proposeTriageAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                index: number;
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The proposal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageProposal"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    giveTriageFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriageFeedbackRequest"];
            };
        };
        responses: {
            /** The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageRun"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    replayTriage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriageCase"];
            };
        };
        responses: {
            /** The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTriageSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageSettings"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTriageSpend: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The spend */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriageSpend"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
