// Made from openapi.yaml by `yarn openapi`. Do not edit.

/** @public */
export interface paths {
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Burn-rate alerts raised by the product, newest change first from a cursor that never skips one. */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
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
        /** What changed of an entity in a span, as the delivery plugin tells it, oldest first. Empty where that plugin is not installed. */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Corrections of an entity, or of all that the caller may see, the latest first. At most 5000. */
        get: operations["listCorrections"];
        put?: never;
        /** Marks a span of an entity's or an objective's time. Maintenance and incident corrections are left out of the budget, also backwards; simulated spans count and are shown as simulated. */
        post: operations["createCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deleteCorrection"];
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
        /** What is wrong or unwise in the documents that concern an entity, and targets its dependencies cannot support. */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** May this entity take risk? The error-budget policy's answer with its evidence. */
        get: operations["getGate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Objectives with their current verdict, worst first unless ordered otherwise. Filters combine with AND; a repeated filter with OR. */
        get: operations["listObjectives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objectives/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One objective with its definition and queries. */
        get: operations["getObjective"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objectives/{ref}/measurement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Good and total of the whole minutes of a short past span. Without labels from the ledger, for every kind of indicator; with labels the source is asked for the series that have them, such as those of one version; with latest for the minutes that end at to, whole or not. */
        get: operations["getMeasurement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/objectives/{ref}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Buckets, the course of the budget, violations and marks between two instants. The width of a bucket is chosen so that at most `points` are returned, and never finer than what is kept. */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOverrides"];
        put?: never;
        /** Sets the gate's verdict for an entity until an instant, for a reason. */
        post: operations["createOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overrides/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeOverride"];
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
        /** The entity's objectives as Prometheus recording and alerting rules. */
        get: operations["getRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Good and total counts of closed minutes. Idempotent by objective and minute, a later value replaces. Samples that cannot be taken are named, the others are kept. */
        post: operations["pushSamples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The four golden signals of an entity and what of its resources is in use, from its own metrics. */
        get: operations["getSignals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/spent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What objectives of entities spent of their budgets in a span, from the ledger. Corrected time is left out. */
        get: operations["getSpent"];
        put?: never;
        post?: never;
        delete?: never;
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
        /** Counts by health and the composite of every owner, system or domain; and the totals of all the reader may see. */
        get: operations["getSummary"];
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
        /** One SLI bucket. A gap has measured 0: neither good nor bad. */
        Bucket: {
            /** Seconds left out by corrections. */
            excluded?: number;
            good: number;
            /** Share of the budget left at the bucket's end. */
            left: number | null;
            /** Measured seconds in it. */
            measured: number;
            /** Epoch seconds. */
            start: number;
            total: number;
        };
        /** Exact event-weighted sums over the window. Minutes are the budget's share of the window; events are expected at the traffic seen. */
        Budget: {
            allowedEvents: number;
            allowedMinutes: number;
            /** 1 - target */
            allowedRatio: number;
            bad: number;
            /** Share of the elapsed window that was measured, 0 to 1. */
            coverage: number;
            excludedMinutes: number;
            good: number;
            leftEvents: number | null;
            leftMinutes: number | null;
            /** Share of the budget left: 1 untouched, 0 gone, negative overspent. Null without events. */
            leftRatio: number | null;
            /** good / total; null without events. */
            sli: number | null;
            spentRatio: number | null;
            total: number;
            /**
             * What good and total count.
             */
            unit?: "events" | "minutes" | "slices";
        };
        Burn: {
            bad: number;
            /** Error ratio / (1 - target); null without events. */
            rate: number | null;
            seconds: number;
            total: number;
            /** Such as 1h. */
            window: string;
        };
        BurnAlert: {
            entityRef: string;
            id: string;
            longRate?: number;
            /** Such as page-1h. */
            pair: string;
            ref: string;
            resolvedAt?: number;
            sequence: number;
            severity: "page" | "ticket";
            shortRate?: number;
            startedAt: number;
            state: "firing" | "resolved";
            threshold?: number;
            title: string;
        };
        BurnPair: {
            firingSince?: number;
            /** Such as 1h. */
            long: string;
            longRate: number | null;
            /** Such as page-1h. */
            name: string;
            severity: "page" | "ticket";
            /** Such as 5m. */
            short: string;
            shortRate: number | null;
            /**
             * almost = one of the two windows holds; unreachable = the target can never burn this fast.
             */
            state: "firing" | "almost" | "quiet" | "unreachable" | "too-few-events" | "no-data";
            threshold: number;
        };
        /** Something that went out or was switched. Instants are epoch seconds. */
        Change: {
            at: number;
            entityRef: string;
            environment: string;
            finishedAt?: number;
            id: string;
            kind: "deployment" | "rollback" | "config" | "flag" | "scale" | "other";
            outcome: "running" | "succeeded" | "failed" | "cancelled" | "unknown";
            title: string;
            version?: string;
        };
        Correction: {
            createdAt: number;
            createdBy: string;
            entityRef: string;
            from: number;
            id: string;
            kind: "maintenance" | "incident" | "simulated";
            link?: string;
            reason: string;
            ref?: string;
            to: number;
        };
        CorrectionRequest: {
            entityRef?: string;
            from: number;
            kind: "maintenance" | "incident" | "simulated";
            link?: string;
            reason: string;
            /** One objective; else all of the entity. */
            ref?: string;
            to: number;
        };
        /** Objectives by health under the filters, the status filter itself left out. */
        Counts: {
            critical: number;
            healthy: number;
            "low-traffic": number;
            "no-data": number;
            warning: number;
        };
        DocumentFindings: {
            definitionUrl?: string;
            documentRef: string;
            findings: components["schemas"]["Finding"][];
            title?: string;
        };
        /** When the budget is gone if the last hour goes on; with a 90 % interval from the number of bad events seen. */
        Exhaustion: {
            earliest?: number;
            /** Null when the interval is open to the right. */
            latest?: number | null;
            /** From asOf. */
            seconds: number;
        };
        Finding: {
            allowed?: string;
            /** Bounded code such as invalid, unreachable-burn, budget-under-one-event, window-longer-than-history, target-above-dependencies. */
            code?: string;
            found?: string;
            message: string;
            /** Such as spec.objectives[0].target. */
            path: string;
            severity: "error" | "warning" | "info";
        };
        Gate: {
            asOf: number | null;
            checks: {
                /** The numbers the check used, with unit, window and age. */
                evidence: {
                    [key: string]: unknown;
                };
                id: string;
                objectiveRef?: string;
                title: string;
                verdict: "allow" | "warn" | "deny";
            }[];
            entityRef: string;
            override?: components["schemas"]["Override"];
            policy: {
                ref: string;
                title: string;
            };
            recommendations: {
                action: string;
                text: string;
            }[];
            verdict: "allow" | "warn" | "deny";
        };
        /** What an objective counts in a span. A burn rate is (1 - good / total) / (1 - target). */
        Measurement: {
            /** Epoch seconds: end of the newest minute that was measured in the span; null when there is none. */
            asOf: number | null;
            entityRef: string;
            /** Epoch seconds, at a whole minute. */
            from: number;
            good: number;
            ref: string;
            /** Between 0 and 1. */
            target: number;
            title: string;
            /** Epoch seconds, at a whole minute. */
            to: number;
            /** 0 also where nothing was measured. */
            total: number;
            /** Why it cannot be measured so; then good and total are 0. */
            unavailable?: {
                message: string;
                /**
                 * not-split = pushed and composite objectives have no labels; source-unable = its source knows none; source-failed = it did not answer this time.
                 */
                reason: "not-split" | "source-unable" | "source-failed";
            };
            /**
             * What good and total count.
             */
            unit: "events" | "minutes" | "slices";
        };
        /** Share of objectives whose error ratio over the span stayed within 1 - target; null without data. */
        Met: {
            "1d": number | null;
            "1h": number | null;
            "6h": number | null;
        };
        Objective: {
            /** Epoch seconds: end of the newest measured minute. Null when never measured. */
            asOf: number | null;
            budget: components["schemas"]["Budget"];
            burn: components["schemas"]["Burn"][];
            description?: string;
            /** The SLO entity. */
            documentRef: string;
            domainRef?: string;
            /** The entity that is measured. */
            entityRef: string;
            exhaustion?: components["schemas"]["Exhaustion"];
            /**
             * How the SLI is measured.
             */
            kind: "ratio" | "threshold" | "composite";
            method: "occurrences" | "timeslices" | "ratio-timeslices";
            ownerRef?: string;
            pairs: components["schemas"]["BurnPair"][];
            policyRef?: string;
            /**
             * A bounded code that says why the status is what it is.
             */
            reason: "ok" | "page-burn" | "ticket-burn" | "budget-spent" | "budget-low" | "few-events" | "never-measured" | "stale" | "source-failing" | "composite-member";
            ref: string;
            source: components["schemas"]["SourceState"];
            /** Share of the budget left over the window, oldest first, evenly spaced, newest last. Null where unmeasured. */
            spark: (number | null)[];
            status: components["schemas"]["Status"];
            systemRef?: string;
            /** Between 0 and 1. */
            target: number;
            title: string;
            window: components["schemas"]["Window"];
        };
        ObjectiveDetail: components["schemas"]["Objective"] & {
            /** The document as YAML. */
            definition: string;
            definitionUrl?: string;
            findings: components["schemas"]["Finding"][];
            members?: {
                ref: string;
                weight: number;
            }[];
            queries: {
                name: "good" | "bad" | "total" | "raw" | "threshold";
                query: string;
            }[];
            spentBy?: components["schemas"]["Spenders"];
        };
        ObjectivePage: {
            counts: components["schemas"]["Counts"];
            items: components["schemas"]["Objective"][];
            nextCursor?: string;
            /** Objectives that match the filters. */
            totalItems: number;
        };
        Override: {
            createdAt: number;
            createdBy: string;
            entityRef: string;
            id: string;
            reason: string;
            state: "active" | "expired" | "revoked";
            until: number;
            verdict: "allow" | "deny";
        };
        OverrideRequest: {
            entityRef: string;
            reason: string;
            /** Epoch seconds; at most 7 days ahead. */
            until: number;
            verdict: "allow" | "deny";
        };
        PushResult: {
            accepted: number;
            rejected: {
                field: string;
                index: number;
                reason: string;
            }[];
            replaced: number;
        };
        Sample: {
            /** Good events, 0 to total. */
            good: number;
            /** Start of the minute, such as 2026-01-31T10:05:00Z. */
            minute: string;
            ref: string;
            /** All events, 0 or more. */
            total: number;
        };
        Series: {
            asOf: number | null;
            buckets: components["schemas"]["Bucket"][];
            /** Share of the budget left at the window's end if the last day goes on. */
            forecast?: {
                at: number;
                high: number;
                left: number;
                low: number;
            };
            from: number;
            marks: components["schemas"]["Correction"][];
            ref: string;
            target: number;
            to: number;
            violations: components["schemas"]["Violation"][];
            /** Seconds per bucket. */
            width: number;
        };
        Signals: {
            asOf: number | null;
            endpoints: {
                endpoint: string;
                /** Seconds. */
                p99: number | null;
                /** Requests per second. */
                traffic?: number | null;
            }[];
            entityRef: string;
            history: (components["schemas"]["SignalValues"] & {
                at: number;
            })[];
            latest: components["schemas"]["SignalValues"];
            source: components["schemas"]["SourceState"];
        };
        SignalValues: {
            /** Share of its fullest pool in use, 0 to 1. */
            connections?: number | null;
            /** Share of its limit in use, 0 to 1. */
            cpu?: number | null;
            /** Share of requests that failed, 0 to 1. */
            errors?: number | null;
            /** Share of its limit in use, 0 to 1. */
            memory?: number | null;
            /** Seconds. */
            p50?: number | null;
            /** Seconds. */
            p95?: number | null;
            /** Seconds. */
            p99?: number | null;
            /** How many wait. */
            queue?: number | null;
            /** Share of the capacity in use, 0 to 1. */
            saturation?: number | null;
            /** Requests per second. */
            traffic?: number | null;
        };
        SourceState: {
            message?: string;
            name: string;
            /** A bounded code such as timeout, http-5xx, not-prometheus, too-large, bad-query, wrong-type, not-a-number, duplicate-series, unknown-source. */
            reason?: string;
            since?: number;
            state: "ok" | "waiting" | "failing" | "back-filling";
            /** prometheus, push, composite, … */
            type: string;
        };
        /** Who spent the budget of the window, in minutes of the budget, each minute once; an incident that began with no deployment what was spent while it lasted, a version what else was spent while it ran. Left out while neither is known. */
        Spenders: {
            /** Those that spent the most first, at most ten. */
            incidents: {
                id: string;
                minutes: number;
            }[];
            total: number;
            unattributed: number;
            /** Those that spent the most first, at most ten. */
            versions: {
                changeId: string;
                minutes: number;
                version: string;
            }[];
        };
        Spent: {
            /** The whole budget of that window. */
            budgetMinutes: number;
            /** Share of that window that was measured. Of one that was hardly measured, few events are a large part of the budget. */
            coverage?: number;
            entityRef: string;
            /** Where the objective is measured where its document says so. */
            environment?: string;
            measuredMinutes: number;
            ref: string;
            /** Minutes of the budget of the window that ends with the span; null when nothing was measured in the span. */
            spentMinutes: number | null;
            title: string;
        };
        /**
         * critical = a page pair holds or the budget is gone; warning = a ticket pair holds or the policy's alert level is passed; low-traffic = the budget is under one event; no-data = nothing measured lately.
         */
        Status: "healthy" | "warning" | "critical" | "no-data" | "low-traffic";
        Summary: {
            /** Entities with a critical objective. */
            burningServices: number;
            items: components["schemas"]["SummaryItem"][];
            met?: components["schemas"]["Met"];
            nextCursor?: string;
            /** Entities with objectives. */
            services: number;
            totals: components["schemas"]["Counts"];
        };
        SummaryItem: {
            /** Entities of it with a critical objective. */
            burningServices?: number;
            counts: components["schemas"]["Counts"];
            /** Composite: mean share of the budget left, each objective weighing the same. */
            leftRatio?: number | null;
            ref: string;
            services: number;
            status: components["schemas"]["Status"];
            /** Ref of the objective with the least budget left. */
            worst?: string;
        };
        /** A run of buckets below the target. */
        Violation: {
            bad: number;
            /** Share of the window's budget. */
            budgetSpent?: number;
            end: number;
            ongoing?: boolean;
            start: number;
            total: number;
            /** Lowest good / total of a bucket in it. */
            worst: number;
        };
        Window: {
            /** As written in the document, such as 30d. */
            duration?: string;
            /** Epoch seconds: now for a rolling window, the end of the period for a calendar one. */
            end: number;
            kind: "rolling" | "calendar";
            /** Length of the current window. */
            seconds: number;
            /** Epoch seconds. */
            start: number;
            timeZone?: string;
        };
    };
    responses: {
        /** What went wrong */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: {
                        message: string;
                        name: string;
                    } & {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                };
            };
        };
    };
    parameters: {
        /** The objective's ref, `slo:namespace/name`, with `~objective` where the document has several. */
        ref: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
/** @public */
export type $defs = Record<string, never>;
/** @public */
export interface operations {
    listAlerts: {
        parameters: {
            query?: {
                /** Only changes after this sequence number. */
                after?: number;
                entityRef?: string;
                limit?: number;
                state?: "firing" | "resolved";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Alerts, oldest change first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BurnAlert"][];
                        /** Pass it as `after` to go on from here. */
                        last: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listChanges: {
        parameters: {
            query: {
                entityRef: string;
                /** Epoch seconds */
                from: number;
                /** Epoch seconds; at most 90 days later */
                to: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** At most 500, the latest of more */
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
    listCorrections: {
        parameters: {
            query?: {
                entityRef?: string;
                /** Epoch seconds; those that end after it. */
                from?: number;
                kind?: "maintenance" | "incident" | "simulated";
                /** Epoch seconds; those that begin before it. */
                to?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Corrections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Correction"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
            };
        };
        responses: {
            /** Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Undone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    listFindings: {
        parameters: {
            query: {
                entityRef: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Findings by document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DocumentFindings"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getGate: {
        parameters: {
            query: {
                entityRef: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gate"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listObjectives: {
        parameters: {
            query?: {
                cursor?: string;
                domain?: string[];
                entityRef?: string[];
                limit?: number;
                order?: "asc" | "desc";
                orderBy?: "budget" | "burn" | "title" | "entity" | "owner";
                owner?: string[];
                /** Text to find in title, ref or entity. */
                q?: string;
                status?: components["schemas"]["Status"][];
                system?: string[];
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
                    "application/json": components["schemas"]["ObjectivePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getObjective: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** The objective's ref, `slo:namespace/name`, with `~objective` where the document has several. */
                ref: components["parameters"]["ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The objective */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectiveDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getMeasurement: {
        parameters: {
            query: {
                /** Epoch seconds */
                from: number;
                /** A label that the series must have, `track=canary`; several are all asked for. */
                label?: string[];
                /** The minutes that end at to, ten at most, asked of the source now. Whole ones of the ledger where it cannot tell. Not with labels. */
                latest?: boolean;
                /** Epoch seconds; at most six hours later */
                to: number;
            };
            header?: never;
            path: {
                /** The objective's ref, `slo:namespace/name`, with `~objective` where the document has several. */
                ref: components["parameters"]["ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The measurement, or why there is none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSeries: {
        parameters: {
            query?: {
                /** Epoch seconds. The window's start by default. */
                from?: number;
                points?: number;
                /** Epoch seconds. Now by default. */
                to?: number;
            };
            header?: never;
            path: {
                /** The objective's ref, `slo:namespace/name`, with `~objective` where the document has several. */
                ref: components["parameters"]["ref"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The series */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listOverrides: {
        parameters: {
            query: {
                entityRef: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Overrides of the entity's gate, the active one first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Override"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createOverride: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideRequest"];
            };
        };
        responses: {
            /** Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revokeOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getRules: {
        parameters: {
            query: {
                entityRef: string;
                format?: "plain" | "prometheusrule";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** YAML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    pushSamples: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    samples: components["schemas"]["Sample"][];
                };
            };
        };
        responses: {
            /** Stored */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSignals: {
        parameters: {
            query: {
                entityRef: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Latest values, the last day, and the latency of each endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signals"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSpent: {
        parameters: {
            query: {
                entityRef: string[];
                /** Epoch seconds */
                from: number;
                /** Epoch seconds; at most 90 days later */
                to: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One item per objective that the caller may see, at most 1000 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Spent"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSummary: {
        parameters: {
            query: {
                by: "owner" | "system" | "domain";
                cursor?: string;
                limit?: number;
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
}
