// Made from openapi.yaml by `yarn openapi`. Do not edit.

/** @public */
export interface paths {
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes, each once as last reported, the latest first. */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getChange"];
        put?: never;
        /** Takes what a vendor or a CI step sends, in its own form. 202 once it is durable. The credential is an external-access token, or the vendor's signature over the raw body. */
        post: operations["takeChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deployments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of an entity, the latest first. */
        get: operations["listDeployments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deployments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDeployment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dora": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of an entity, a team, a system or the organisation. */
        get: operations["readDora"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dora.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deployments that the metrics count, one a row. */
        get: operations["exportDora"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every report of every change that the caller may see, oldest first, by cursor. */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFreezes"];
        put?: never;
        post: operations["createFreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deleteFreeze"];
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
        /** May this version go out there now? */
        get: operations["getGate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gate/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReleaseApprovals"];
        put?: never;
        post: operations["approveRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gate/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeReleaseApproval"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gate/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listEvaluations"];
        put?: never;
        /** Sent by the pipeline that evaluated a version. */
        post: operations["recordEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gate/flagger/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Flagger's webhooks: confirm-rollout, confirm-promotion, rollback, event. 200 goes on, 403 holds. */
        post: operations["answerFlagger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gate/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys of the signatures. Open to everybody. */
        get: operations["getGateKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gate/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOverrides"];
        put?: never;
        post: operations["overrideGate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gate/overrides/{id}": {
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
    "/v1/lanes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Environments of an entity with what runs there. */
        get: operations["listLanes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the ledger of effects is as it was written. */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entities and environments of the organisation, the worst first; of those that do as badly the latest change. */
        get: operations["readOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRollbacks"];
        put?: never;
        /** Asks for what a plan says; it begins at once, or once somebody else approves. */
        post: operations["requestRollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollbacks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRollback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollbacks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelRollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollbacks/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By somebody other than who asked. */
        post: operations["decideRollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollbacks/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readRollbackJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollbacks/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a rollback would do. Changes nothing; a plan is good for 15 minutes. */
        post: operations["planRollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollbacks/plan/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRollbackPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRollouts"];
        put?: never;
        /** Ships an image by a strategy. */
        post: operations["startRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRollout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollouts/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drives it: one of the actions that it lists as its controls. */
        post: operations["actOnRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rollouts/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** By somebody other than who asked, where a rollout waits for approval. */
        post: operations["decideRollout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources, adapters and drivers, and how they do. */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/watches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelWatch"];
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
        CancelRequest: {
            reason: string;
        };
        /** What went out or was switched, as last reported. */
        Change: {
            author?: string;
            commit?: string;
            /**
             * Format: date-time
             * When the commit was made.
             */
            commitAt?: string;
            /** Left out while no entity is known for it. */
            entityRef?: string;
            /** `production` where the sender names none and none is configured. */
            environment: string;
            /** Format: date-time */
            finishedAt?: string;
            /** The same for all reports of one change. */
            id: string;
            imageDigest?: string;
            kind: components["schemas"]["ChangeKind"];
            outcome: components["schemas"]["Outcome"];
            previousVersion?: string;
            /** Address. */
            pullRequest?: string;
            /** The rollback of this plugin that made it. */
            rollbackId?: string;
            /** Id of the deployment that it undid. */
            rollbackOf?: string;
            /** Source or adapter that told: `kubernetes`. */
            source: string;
            /** Format: date-time */
            startedAt: string;
            startedBy: components["schemas"]["Starter"];
            strategy: components["schemas"]["Strategy"];
            title: string;
            /** Where the sender shows it. */
            url?: string;
            values?: components["schemas"]["ChangedValue"][];
            version?: string;
        };
        /** One thing that is different. */
        ChangedValue: {
            from?: string;
            kind: "image" | "env" | "resources" | "replicas" | "config" | "command" | "strategy" | "other";
            /** For people: `image of app`, `env FEATURE_X`. */
            label: string;
            /** JSON pointer in the platform object. */
            path?: string;
            to?: string;
        };
        ChangeKind: "deployment" | "rollback" | "config" | "flag" | "scale" | "other";
        /** Changes, the latest first, each once. */
        ChangePage: {
            items: components["schemas"]["Change"][];
            nextCursor?: string;
        };
        CheckVerdict: "pass" | "warn" | "fail" | "unknown" | "off";
        /** The new version beside the old one, by a metric or an objective. Of an objective the values and the threshold are burn rates, and n counts what the objective counts. */
        Comparison: {
            /** Format: date-time */
            at: string;
            baseline?: {
                n: number;
                value?: number;
            };
            canary?: {
                n: number;
                value?: number;
            };
            metric?: components["schemas"]["MetricName"];
            objective?: components["schemas"]["JudgedObjective"];
            said: components["schemas"]["Sentence"];
            threshold?: number;
            title: string;
            verdict: "pass" | "fail" | "undecided" | "no-data";
        };
        DecisionRequest: {
            approve: boolean;
            comment?: string;
        };
        /** A deployment or rollback in the history of an entity and environment. */
        Deployment: {
            active: boolean;
            /**
             * Format: date-time
             * Since when it was the version that runs.
             */
            activeFrom?: string;
            /** Format: date-time */
            activeUntil?: string;
            author?: string;
            commit?: string;
            /**
             * Format: date-time
             * When the commit was made.
             */
            commitAt?: string;
            /** Left out while no entity is known for it. */
            entityRef?: string;
            /** `production` where the sender names none and none is configured. */
            environment: string;
            /** Empty as long as it counts as good. */
            failedBecause: components["schemas"]["FailureCause"][];
            /** Format: date-time */
            finishedAt?: string;
            /** The same for all reports of one change. */
            id: string;
            imageDigest?: string;
            incidentIds: string[];
            kind: components["schemas"]["ChangeKind"];
            outcome: components["schemas"]["Outcome"];
            previousVersion?: string;
            /** Address. */
            pullRequest?: string;
            /** The rollback of this plugin that made it. */
            rollbackId?: string;
            /** Id of the deployment that it undid. */
            rollbackOf?: string;
            /** Id of the change that undid it. */
            rolledBackBy?: string;
            /** Source or adapter that told: `kubernetes`. */
            source: string;
            spent?: components["schemas"]["Spent"];
            /** Format: date-time */
            startedAt: string;
            startedBy: components["schemas"]["Starter"];
            strategy: components["schemas"]["Strategy"];
            target?: components["schemas"]["Target"];
            title: string;
            tookSeconds?: number;
            /** Where the sender shows it. */
            url?: string;
            values?: components["schemas"]["ChangedValue"][];
            version?: string;
            watch?: components["schemas"]["WatchBrief"];
        };
        /** The latest first. */
        DeploymentPage: {
            items: components["schemas"]["Deployment"][];
            nextCursor?: string;
            total: number;
        };
        /** The five metrics of DORA since 2024. */
        Dora: {
            /** Format: date-time */
            asOf: string;
            changeFailureRate: components["schemas"]["DoraMetric"];
            deploymentFrequency: components["schemas"]["DoraMetric"];
            /** The latest fifty that counted as failed, with why. */
            failures: components["schemas"]["Deployment"][];
            /** Format: date-time */
            from: string;
            leadTime: components["schemas"]["DoraMetric"];
            missing: components["schemas"]["Sentence"][];
            recoveryTime: components["schemas"]["DoraMetric"];
            reworkRate: components["schemas"]["DoraMetric"];
            scope: {
                entityRef?: string;
                environment: string;
                owner?: string;
                system?: string;
            };
            /** Format: date-time */
            to: string;
        };
        DoraMetric: {
            definition: components["schemas"]["Sentence"];
            high?: number;
            /** 95 % interval. */
            low?: number;
            median?: number;
            meets?: boolean;
            /** Deployments or recoveries counted. */
            n: number;
            p90?: number;
            said: components["schemas"]["Sentence"];
            target: number;
            trend: {
                /** Format: date-time */
                from: string;
                n: number;
                /** Format: date-time */
                to: string;
                value?: number;
            }[];
            unit: "per-day" | "seconds" | "ratio";
            /** Left out when there is not enough data. */
            value?: number;
        };
        /** As Backstage writes errors. */
        Error: {
            error: {
                message: string;
                name: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** How a version did in an evaluation of its model. */
        Evaluation: {
            /** Format: date-time */
            at: string;
            entityRef: string;
            id: string;
            passed: number;
            suite: string;
            total: number;
            url?: string;
            version: string;
        };
        EvaluationRequest: {
            /** Format: date-time */
            at?: string;
            entityRef: string;
            passed: number;
            suite: string;
            total: number;
            url?: string;
            version: string;
        };
        /** A record that a claim rests on. */
        Evidence: {
            /** Format: date-time */
            asOf?: string;
            label: string;
            /** Page of the portal, or http(s) address. */
            url?: string;
            value?: string;
        };
        /** Why a deployment counts as a failed change. */
        FailureCause: {
            kind: "rollback" | "incident" | "budget" | "failed" | "watch";
            /** Id of the rollback, incident or watch. */
            ref?: string;
            said: components["schemas"]["Sentence"];
        };
        /** A piece of the feed, oldest first. */
        Feed: {
            /** The first place that is still there; who reads on from further back has missed what was forgotten. */
            from?: number;
            items: components["schemas"]["FeedEntry"][];
            /** Pass as `after` to go on. */
            last: number;
            /** Whether there is more now. */
            more: boolean;
        };
        /** One report: what was known of a change when it came in. */
        FeedEntry: {
            change: components["schemas"]["Change"];
            /** Format: date-time */
            recordedAt: string;
            /** Place in the feed; grows without a reader ever missing one. */
            seq: number;
        };
        /** Nothing goes out from then until then. */
        Freeze: {
            by?: string;
            entityRefs: string[];
            /** All when empty. */
            environments: string[];
            /** Format: date-time */
            from: string;
            id: string;
            owners: string[];
            reason?: string;
            source: "portal" | "config";
            title: string;
            /** Format: date-time */
            until: string;
        };
        FreezeRequest: {
            entityRefs?: string[];
            environments?: string[];
            /** Format: date-time */
            from: string;
            owners?: string[];
            reason?: string;
            title: string;
            /** Format: date-time */
            until: string;
        };
        /** May it go out? */
        Gate: {
            /** Format: date-time */
            asOf: string;
            checks: components["schemas"]["GateCheck"][];
            entityRef: string;
            environment: string;
            /**
             * Format: date-time
             * The signature is worth nothing after it.
             */
            expiresAt: string;
            override?: components["schemas"]["Override"];
            purpose: "deploy" | "rollback";
            said: components["schemas"]["Sentence"];
            /** Compact JWS (ES256) over entityRef, environment, version, verdict and times; keys at /v1/gate/keys. */
            signature?: string;
            verdict: components["schemas"]["Verdict"];
            version?: string;
        };
        /** One question of the gate. */
        GateCheck: {
            evidence: components["schemas"]["Evidence"][];
            howToPass?: components["schemas"]["Sentence"];
            /** budget, incidents, freeze, approvals, findings, evaluation, dependencies, or one of a module. */
            id: string;
            said: components["schemas"]["Sentence"];
            title: string;
            verdict: components["schemas"]["CheckVerdict"];
        };
        /** What became of a delivery. */
        IntakeReceipt: {
            accepted: number;
            /** Whether this delivery was there already. */
            duplicate: boolean;
            rejected: {
                field?: string;
                reason: string;
            }[];
        };
        JournalEntry: {
            /** Format: date-time */
            at: string;
            by?: string;
            data?: {
                [key: string]: unknown;
            };
            event: string;
            seq: number;
            stepId?: string;
            text?: string;
        };
        /** An objective of the slo family by whose burn rate something is judged. */
        JudgedObjective: {
            /** What it measures, once that is known. */
            entityRef?: string;
            ref: string;
            title: string;
        };
        /** An environment of an entity: what runs there and what is going on. */
        Lane: {
            current?: components["schemas"]["Deployment"];
            environment: string;
            gate?: {
                said: components["schemas"]["Sentence"];
                verdict: components["schemas"]["Verdict"];
            };
            lastGood?: components["schemas"]["Deployment"];
            mayRollBack: components["schemas"]["May"];
            rollback?: {
                id: string;
                state: components["schemas"]["RollbackState"];
            };
            rollout?: components["schemas"]["RolloutBrief"];
            running?: components["schemas"]["Deployment"];
            targets: components["schemas"]["Target"][];
        };
        Lanes: {
            /** Format: date-time */
            asOf: string;
            entityRef: string;
            items: components["schemas"]["Lane"][];
            /** What could not be asked, and why. */
            missing: components["schemas"]["Sentence"][];
        };
        /** An intended effect and what became of it. */
        LedgerEntry: {
            actionId: string;
            /** Format: date-time */
            at: string;
            /** What it does. */
            effect: {
                [key: string]: unknown;
            };
            hash: string;
            seq: number;
            state: "intended" | "applied" | "absent" | "refused" | "unknown";
            stepId: string;
        };
        /** Whether the caller may do it, and who may. */
        May: {
            allowed: boolean;
            who: string[];
            why?: components["schemas"]["Sentence"];
        };
        MetricName: "error_rate" | "latency_p95" | "throughput" | "cpu" | "memory" | "llm_quality_score";
        Outcome: "running" | "succeeded" | "failed" | "cancelled" | "unknown";
        /** Somebody let it out in spite of the gate, until then. */
        Override: {
            /** Format: date-time */
            at: string;
            by: string;
            entityRef: string;
            environment: string;
            id: string;
            reason: string;
            /** Format: date-time */
            revokedAt?: string;
            revokedBy?: string;
            /** Format: date-time */
            until: string;
            /** All versions when left out. */
            version?: string;
        };
        OverrideRequest: {
            entityRef: string;
            environment: string;
            reason: string;
            /**
             * Format: date-time
             * At most seven days ahead.
             */
            until: string;
            version?: string;
        };
        /** Entities with their current version, those first whose version counts as failed, then those that are being changed. */
        Overview: {
            counts: {
                deployedToday: number;
                entities: number;
                /** Active versions that count as failed. */
                failing: number;
                rollbacks30d: number;
                running: number;
            };
            items: {
                current?: components["schemas"]["Deployment"];
                deployments30d: number;
                entityRef: string;
                environment: string;
                failures30d: number;
                owner?: string;
                rollback?: {
                    id: string;
                    state: components["schemas"]["RollbackState"];
                };
                running?: components["schemas"]["Deployment"];
                title?: string;
            }[];
            nextCursor?: string;
            total: number;
        };
        /** A way to do it. */
        PlanLane: {
            available: boolean;
            /** `kubernetes`, `argocd`, `revert-pull-request`, … */
            id: string;
            /** Whether nobody undoes it by itself. */
            lasts: boolean;
            recommended: boolean;
            said: components["schemas"]["Sentence"];
            steps: {
                id: string;
                reversible: boolean;
                title: string;
                titleSaid?: components["schemas"]["Sentence"];
            }[];
            title: string;
            titleSaid?: components["schemas"]["Sentence"];
            unavailable?: components["schemas"]["Sentence"];
        };
        PlanRequest: {
            entityRef: string;
            /** Production by default. */
            environment?: string;
            incidentId?: string;
            /** Ref of the target, where an environment has several. */
            target?: string;
            toDeploymentId?: string;
            toRevision?: string;
        };
        ReleaseApproval: {
            /** Format: date-time */
            at: string;
            by: string;
            comment?: string;
            entityRef: string;
            environment: string;
            id: string;
            /** Format: date-time */
            revokedAt?: string;
            version: string;
        };
        ReleaseApprovalRequest: {
            comment?: string;
            entityRef: string;
            environment: string;
            version: string;
        };
        /** A rollback that was asked for. */
        Rollback: {
            automatic?: {
                watchId: string;
            };
            dryRun: boolean;
            entityRef: string;
            environment: string;
            /** Format: date-time */
            finishedAt?: string;
            from: components["schemas"]["VersionRef"];
            /** RB-0007 */
            id: string;
            incidentId?: string;
            lane: string;
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            said: components["schemas"]["Sentence"];
            /** Format: date-time */
            startedAt?: string;
            state: components["schemas"]["RollbackState"];
            to: components["schemas"]["VersionRef"];
        };
        RollbackDetail: components["schemas"]["Rollback"] & {
            approval?: {
                /** Format: date-time */
                at?: string;
                by?: string;
                comment?: string;
                state: "waiting" | "approved" | "rejected" | "expired";
                /** Format: date-time */
                until: string;
            };
            /** The deployment that it became. */
            deploymentId?: string;
            /** What would be taken back if it were cancelled now. */
            ifCancelled?: components["schemas"]["Sentence"][];
            ledger: components["schemas"]["LedgerEntry"][];
            may: {
                approve: components["schemas"]["May"];
                cancel: components["schemas"]["May"];
            };
            plan: components["schemas"]["RollbackPlan"];
            readings: components["schemas"]["SliReading"][];
            steps: components["schemas"]["RunStep"][];
        };
        /** The latest first. */
        RollbackPage: {
            items: components["schemas"]["Rollback"][];
            nextCursor?: string;
        };
        /** What a rollback would do. Nothing has been changed. */
        RollbackPlan: {
            approval: {
                approvers: string[];
                needed: boolean;
                /** Those of them who are on call. */
                onCall?: string[];
                why?: components["schemas"]["Sentence"];
            };
            /** Format: date-time */
            asOf: string;
            /** Other versions to go to, the latest first. */
            candidates: components["schemas"]["VersionRef"][];
            /** Unified diff of the platform object. */
            diff?: string;
            entityRef: string;
            environment: string;
            /** Format: date-time */
            expiresAt: string;
            from: components["schemas"]["VersionRef"];
            gate: components["schemas"]["Gate"];
            id: string;
            incidentIds: string[];
            lanes: components["schemas"]["PlanLane"][];
            may: components["schemas"]["May"];
            /** What will not come back. */
            oneWay: components["schemas"]["Sentence"][];
            /** Why it cannot be applied as things stand: paused, no permission on the platform, already there. */
            refusals: components["schemas"]["Sentence"][];
            target: components["schemas"]["Target"];
            to: components["schemas"]["VersionRef"];
            undoers: components["schemas"]["Undoer"][];
            values: components["schemas"]["ChangedValue"][];
            /** What is looked at afterwards, for how long. */
            verification: components["schemas"]["Sentence"][];
        };
        RollbackRequest: {
            /** Asks the platform whether it would take it; changes nothing. */
            dryRun?: boolean;
            incidentId?: string;
            lane: string;
            planId: string;
            reason: string;
        };
        RollbackState: "waiting-approval" | "running" | "verifying" | "succeeded" | "not-recovered" | "failed" | "cancelling" | "cancelled" | "rejected" | "unknown";
        /** A version on its way out. */
        Rollout: {
            analysis: components["schemas"]["Comparison"][];
            /** Of one that somebody else had to agree to, or has to; only where one rollout is asked for. */
            approval?: {
                /** Format: date-time */
                at?: string;
                by?: string;
                comment?: string;
                may: components["schemas"]["May"];
                state: "waiting" | "approved" | "rejected" | "expired";
                /** Format: date-time */
                until: string;
            };
            controls: {
                action: components["schemas"]["RolloutAction"];
                may: components["schemas"]["May"];
            }[];
            engine: "ghostlight" | "argo-rollouts" | "flagger";
            entityRef: string;
            environment: string;
            /** Share of healthy versions that the test would send back, at most. */
            falseRollbackBound: number;
            /** Format: date-time */
            finishedAt?: string;
            id: string;
            previousVersion?: string;
            requestedBy?: string;
            said: components["schemas"]["Sentence"];
            /** Format: date-time */
            startedAt: string;
            state: components["schemas"]["RolloutState"];
            steps: components["schemas"]["RolloutStep"][];
            strategy: components["schemas"]["StrategySpec"];
            version: string;
            weight?: number;
        };
        RolloutAction: "promote" | "promote-fully" | "pause" | "resume" | "abort" | "retry";
        RolloutActionRequest: {
            action: components["schemas"]["RolloutAction"];
            reason?: string;
        };
        RolloutBrief: {
            engine: "ghostlight" | "argo-rollouts" | "flagger";
            id: string;
            said: components["schemas"]["Sentence"];
            state: components["schemas"]["RolloutState"];
            /** From 1. */
            step: number;
            steps: number;
            strategy: components["schemas"]["Strategy"];
            /** Per cent of the traffic. */
            weight?: number;
        };
        /** The latest first. */
        RolloutPage: {
            items: components["schemas"]["Rollout"][];
            nextCursor?: string;
        };
        RolloutRequest: {
            entityRef: string;
            environment?: string;
            /** Image of the new version with tag or digest. */
            image: string;
            reason?: string;
            strategy?: components["schemas"]["StrategySpec"];
            target?: string;
            version?: string;
        };
        RolloutState: "waiting-approval" | "running" | "paused" | "promoting" | "aborting" | "succeeded" | "rolled-back" | "failed" | "cancelled" | "unknown";
        RolloutStep: {
            error?: string;
            /** Format: date-time */
            finishedAt?: string;
            id: string;
            progress?: string;
            /** How long it is watched. */
            seconds?: number;
            /** Format: date-time */
            startedAt?: string;
            state: "pending" | "running" | "waiting" | "succeeded" | "failed" | "skipped" | "cancelled" | "unknown";
            title: string;
            /** Per cent. */
            weight?: number;
        };
        RunStep: {
            /** Format: date-time */
            deadline?: string;
            error?: string;
            /** Format: date-time */
            finishedAt?: string;
            id: string;
            kind: "effect" | "check";
            progress?: string;
            /** What it resulted in. */
            result?: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            startedAt?: string;
            state: "pending" | "running" | "waiting" | "succeeded" | "failed" | "skipped" | "cancelled" | "unknown";
            title: string;
            titleSaid?: components["schemas"]["Sentence"];
        };
        /** Something said in words: `text` in English, `code` and `params` to say it in another language. */
        Sentence: {
            code: string;
            params?: {
                [key: string]: string | number;
            };
            text: string;
        };
        /** An indicator before and since. */
        SliReading: {
            /** Format: date-time */
            at?: string;
            before?: number;
            good?: boolean;
            name: string;
            now?: number;
            unit: "ratio" | "seconds" | "per-second";
            worst?: number;
        };
        SourceStatus: {
            count24h?: number;
            id: string;
            kind: "source" | "adapter" | "driver" | "metrics";
            /** Format: date-time */
            lastAt?: string;
            said?: components["schemas"]["Sentence"];
            state: "healthy" | "failing" | "idle" | "unknown";
            title: string;
        };
        /** Error budget spent while it was the active version, from the slo plugin. */
        Spent: {
            /** Format: date-time */
            asOf: string;
            /** Of the objective that it cost most, measured by its budget. */
            minutes: number;
            /** Each that it spent budget of, what it cost most first. */
            objectives: {
                minutes: number;
                ref: string;
                /** Of the whole budget, 0 to 1 and beyond. */
                share: number;
                title: string;
            }[];
        };
        /** Who or what began it. */
        Starter: {
            kind: "person" | "pipeline" | "controller" | "policy" | "ghostlight" | "unknown";
            /** A name or a user ref; untrusted text. */
            name?: string;
        };
        Strategy: "rolling" | "recreate" | "blue-green" | "canary" | "ab" | "unknown";
        /** How to go out. What is left out has the default of its strategy. */
        StrategySpec: {
            automaticRollback?: boolean;
            /** Each holds the version to a metric, with max or min, or to an objective. */
            gates?: {
                max?: number;
                /** Of an objective. How many times as fast as the target allows its budget may be spent; 14.4 by default. */
                maxBurnRate?: number;
                metric?: components["schemas"]["MetricName"];
                min?: number;
                /** Ref of an objective of the slo family, `slo:default/payments-availability`. */
                objective?: string;
            }[];
            /** Of A/B. */
            header?: {
                name: string;
                value: string;
            };
            steps?: {
                seconds: number;
                weight: number;
            }[];
            type: "rolling" | "recreate" | "blue-green" | "canary" | "ab";
            /** After the switch of blue-green. */
            watchSeconds?: number;
        };
        /** A thing on a platform that runs an entity in an environment. */
        Target: {
            /** `kubernetes` */
            driver: string;
            /** Address within the driver: `prod/shop/deployments/payments`. */
            ref: string;
            title: string;
        };
        /** What might undo the undo. */
        Undoer: {
            effect: "none" | "paused-by-plan" | "undoes";
            /** Argo CD auto-sync */
            name: string;
            said: components["schemas"]["Sentence"];
        };
        Verdict: "allow" | "warn" | "deny" | "unknown";
        /** A version that can be gone to. */
        VersionRef: {
            activeSeconds?: number;
            commit?: string;
            /** Format: date-time */
            deployedAt?: string;
            deploymentId?: string;
            /** Was active without counting as failed. */
            good?: boolean;
            outcome?: components["schemas"]["Outcome"];
            /** On the platform, pinned. */
            revision?: string;
            version: string;
        };
        /** What became of a deployment in its first hour. */
        Watch: {
            automaticRollback: "off" | "plan" | "apply";
            deploymentId: string;
            /** Format: date-time */
            endsAt: string;
            entityRef: string;
            environment: string;
            /** Format: date-time */
            finishedAt?: string;
            id: string;
            planId?: string;
            recommendations: components["schemas"]["Sentence"][];
            rollbackId?: string;
            rules: components["schemas"]["WatchRule"][];
            said: components["schemas"]["Sentence"];
            /** Format: date-time */
            startedAt: string;
            state: "watching" | "passed" | "failed" | "inconclusive" | "cancelled";
            version?: string;
        };
        WatchBrief: {
            id: string;
            said: components["schemas"]["Sentence"];
            state: "watching" | "passed" | "failed" | "inconclusive" | "cancelled";
        };
        /** The latest first. */
        WatchPage: {
            items: components["schemas"]["Watch"][];
            nextCursor?: string;
        };
        /** One of the rules of a watch, of a metric or of an objective (then values are burn rates), and how it stands. */
        WatchRule: {
            avg?: number;
            comparison: ">=" | "<=";
            final?: number;
            forMinutes: number;
            max?: number;
            metric?: components["schemas"]["MetricName"];
            min?: number;
            /** Readings. */
            n: number;
            objective?: components["schemas"]["JudgedObjective"];
            points?: {
                /** Format: date-time */
                at: string;
                value: number;
            }[];
            said: components["schemas"]["Sentence"];
            severity: "critical" | "warning";
            state: "holding" | "breaking" | "broken" | "no-data";
            threshold: number;
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
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
/** @public */
export type $defs = Record<string, never>;
/** @public */
export interface operations {
    listChanges: {
        parameters: {
            query?: {
                cursor?: string;
                entityRef?: string[];
                environment?: string;
                from?: string;
                kind?: components["schemas"]["ChangeKind"][];
                limit?: number;
                owner?: string;
                q?: string;
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
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getChange: {
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
            /** The change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    takeChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Adapter: `ci`, `cdevents`, `github`, `gitlab`, `argocd`, … */
                id: string;
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
    listDeployments: {
        parameters: {
            query: {
                cursor?: string;
                entityRef: string;
                environment?: string;
                from?: string;
                limit?: number;
                outcome?: components["schemas"]["Outcome"][];
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
                    "application/json": components["schemas"]["DeploymentPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDeployment: {
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
            /** The deployment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deployment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    readDora: {
        parameters: {
            query?: {
                entityRef?: string;
                environment?: string;
                from?: string;
                owner?: string;
                system?: string;
                to?: string;
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
                    "application/json": components["schemas"]["Dora"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportDora: {
        parameters: {
            query?: {
                entityRef?: string;
                environment?: string;
                from?: string;
                owner?: string;
                system?: string;
                to?: string;
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
    readFeed: {
        parameters: {
            query?: {
                after?: number;
                entityRef?: string[];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A piece */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFreezes: {
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
            /** Those that are not over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Freeze"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createFreeze: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeRequest"];
            };
        };
        responses: {
            /** Planned */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Freeze"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteFreeze: {
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
    getGate: {
        parameters: {
            query: {
                entityRef: string;
                environment?: string;
                purpose?: "deploy" | "rollback";
                version?: string;
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
    listReleaseApprovals: {
        parameters: {
            query: {
                entityRef: string;
                environment?: string;
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Of the entity */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReleaseApproval"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    approveRelease: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseApprovalRequest"];
            };
        };
        responses: {
            /** Approved */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseApproval"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    revokeReleaseApproval: {
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
    listEvaluations: {
        parameters: {
            query: {
                entityRef: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Evaluation"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    recordEvaluation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationRequest"];
            };
        };
        responses: {
            /** Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    answerFlagger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: "confirm-rollout" | "confirm-promotion" | "rollback" | "event";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** Go on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** Hold */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getGateKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listOverrides: {
        parameters: {
            query?: {
                all?: boolean;
                entityRef?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Those in force, or all */
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
    overrideGate: {
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
            /** In force */
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
    listLanes: {
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
            /** By environment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lanes"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Read whole */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** The first row that does not follow from the one before it. */
                        brokenAt?: number;
                        rows: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    readOverview: {
        parameters: {
            query?: {
                cursor?: string;
                environment?: string;
                limit?: number;
                owner?: string;
                q?: string;
                state?: "running" | "failing" | "rolled-back";
                system?: string;
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
                    "application/json": components["schemas"]["Overview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listRollbacks: {
        parameters: {
            query?: {
                cursor?: string;
                entityRef?: string[];
                environment?: string;
                limit?: number;
                state?: components["schemas"]["RollbackState"][];
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
                    "application/json": components["schemas"]["RollbackPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    requestRollback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollbackRequest"];
            };
        };
        responses: {
            /** Asked for; the same plan again gives the same rollback */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollbackDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRollback: {
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
            /** The rollback */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollbackDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    cancelRollback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** Will stop before its next effect */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollbackDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideRollback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            /** Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollbackDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    readRollbackJournal: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** In order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["JournalEntry"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    planRollback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollbackPlan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRollbackPlan: {
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
            /** The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollbackPlan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listRollouts: {
        parameters: {
            query?: {
                cursor?: string;
                entityRef?: string[];
                environment?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["RolloutPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    startRollout: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutRequest"];
            };
        };
        responses: {
            /** Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRollout: {
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
            /** The rollout */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    actOnRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolloutActionRequest"];
            };
        };
        responses: {
            /** Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    decideRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            /** Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rollout"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSources: {
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
                        items: components["schemas"]["SourceStatus"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listWatches: {
        parameters: {
            query?: {
                cursor?: string;
                entityRef?: string[];
                environment?: string;
                limit?: number;
                state?: ("watching" | "passed" | "failed" | "inconclusive" | "cancelled")[];
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
                    "application/json": components["schemas"]["WatchPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getWatch: {
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
            /** The watch with its readings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watch"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    cancelWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** Over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Watch"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
