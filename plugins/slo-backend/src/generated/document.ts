// Made from openapi.yaml by `yarn openapi`. Do not edit.

export const document = {
  "openapi": "3.0.3",
  "info": {
    "title": "slo",
    "version": "1",
    "description": "Objectives, their budgets, burn rates and gates. Every answer comes from the ledger; none waits for a source.",
    "license": {
      "name": "Apache-2.0",
      "url": "http://www.apache.org/licenses/LICENSE-2.0.html"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/v1/objectives": {
      "get": {
        "operationId": "listObjectives",
        "description": "Objectives with their current verdict, worst first unless ordered otherwise. Filters combine with AND; a repeated filter with OR.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "maxItems": 50,
              "items": {
                "type": "string",
                "maxLength": 300
              }
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "maxItems": 50,
              "items": {
                "type": "string",
                "maxLength": 300
              }
            }
          },
          {
            "name": "system",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "maxItems": 50,
              "items": {
                "type": "string",
                "maxLength": 300
              }
            }
          },
          {
            "name": "domain",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "array",
              "maxItems": 50,
              "items": {
                "type": "string",
                "maxLength": 300
              }
            }
          },
          {
            "name": "status",
            "in": "query",
            "schema": {
              "type": "array",
              "maxItems": 5,
              "items": {
                "$ref": "#/components/schemas/Status"
              }
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Text to find in title, ref or entity.",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "orderBy",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "budget",
                "burn",
                "title",
                "entity",
                "owner"
              ],
              "default": "budget"
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ],
              "default": "asc"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 100
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ObjectivePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/objectives/{ref}": {
      "get": {
        "operationId": "getObjective",
        "description": "One objective with its definition and queries.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ref"
          }
        ],
        "responses": {
          "200": {
            "description": "The objective",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ObjectiveDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/objectives/{ref}/series": {
      "get": {
        "operationId": "getSeries",
        "description": "Buckets, the course of the budget, violations and marks between two instants. The width of a bucket is chosen so that at most `points` are returned, and never finer than what is kept.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ref"
          },
          {
            "name": "from",
            "in": "query",
            "description": "Epoch seconds. The window's start by default.",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Epoch seconds. Now by default.",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          },
          {
            "name": "points",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 10,
              "maximum": 2000,
              "default": 360
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The series",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Series"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/objectives/{ref}/measurement": {
      "get": {
        "operationId": "getMeasurement",
        "description": "Good and total of the whole minutes of a short past span. Without labels from the ledger, for every kind of indicator; with labels the source is asked for the series that have them, such as those of one version; with latest for the minutes that end at to, whole or not.",
        "parameters": [
          {
            "$ref": "#/components/parameters/ref"
          },
          {
            "name": "from",
            "in": "query",
            "required": true,
            "description": "Epoch seconds",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          },
          {
            "name": "to",
            "in": "query",
            "required": true,
            "description": "Epoch seconds; at most six hours later",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          },
          {
            "name": "label",
            "in": "query",
            "allowReserved": true,
            "description": "A label that the series must have, `track=canary`; several are all asked for.",
            "schema": {
              "type": "array",
              "maxItems": 5,
              "items": {
                "type": "string",
                "minLength": 3,
                "maxLength": 600
              }
            }
          },
          {
            "name": "latest",
            "in": "query",
            "description": "The minutes that end at to, ten at most, asked of the source now. Whole ones of the ledger where it cannot tell. Not with labels.",
            "schema": {
              "type": "boolean"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The measurement, or why there is none",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Measurement"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/summary": {
      "get": {
        "operationId": "getSummary",
        "description": "Counts by health and the composite of every owner, system or domain; and the totals of all the reader may see.",
        "parameters": [
          {
            "name": "by",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "enum": [
                "owner",
                "system",
                "domain"
              ]
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 100
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The summary",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Summary"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/gate": {
      "get": {
        "operationId": "getGate",
        "description": "May this entity take risk? The error-budget policy's answer with its evidence.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The verdict",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Gate"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/rules": {
      "get": {
        "operationId": "getRules",
        "description": "The entity's objectives as Prometheus recording and alerting rules.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "plain",
                "prometheusrule"
              ],
              "default": "plain"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "YAML",
            "content": {
              "application/yaml": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/alerts": {
      "get": {
        "operationId": "listAlerts",
        "description": "Burn-rate alerts raised by the product, newest change first from a cursor that never skips one.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "firing",
                "resolved"
              ]
            }
          },
          {
            "name": "after",
            "in": "query",
            "description": "Only changes after this sequence number.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 2147483647
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Alerts, oldest change first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "last"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/BurnAlert"
                      }
                    },
                    "last": {
                      "type": "integer",
                      "description": "Pass it as `after` to go on from here."
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/findings": {
      "get": {
        "operationId": "listFindings",
        "description": "What is wrong or unwise in the documents that concern an entity, and targets its dependencies cannot support.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Findings by document",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/DocumentFindings"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/signals": {
      "get": {
        "operationId": "getSignals",
        "description": "The four golden signals of an entity and what of its resources is in use, from its own metrics.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Latest values, the last day, and the latency of each endpoint",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Signals"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/changes": {
      "get": {
        "operationId": "listChanges",
        "description": "What changed of an entity in a span, as the delivery plugin tells it, oldest first. Empty where that plugin is not installed.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          },
          {
            "name": "from",
            "in": "query",
            "required": true,
            "description": "Epoch seconds",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          },
          {
            "name": "to",
            "in": "query",
            "required": true,
            "description": "Epoch seconds; at most 90 days later",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "At most 500, the latest of more",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Change"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/spent": {
      "get": {
        "operationId": "getSpent",
        "description": "What objectives of entities spent of their budgets in a span, from the ledger. Corrected time is left out.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "array",
              "minItems": 1,
              "maxItems": 100,
              "items": {
                "type": "string",
                "maxLength": 300
              }
            }
          },
          {
            "name": "from",
            "in": "query",
            "required": true,
            "description": "Epoch seconds",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          },
          {
            "name": "to",
            "in": "query",
            "required": true,
            "description": "Epoch seconds; at most 90 days later",
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One item per objective that the caller may see, at most 1000",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Spent"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/samples": {
      "post": {
        "operationId": "pushSamples",
        "description": "Good and total counts of closed minutes. Idempotent by objective and minute, a later value replaces. Samples that cannot be taken are named, the others are kept.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "samples"
                ],
                "additionalProperties": false,
                "properties": {
                  "samples": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 20000,
                    "items": {
                      "$ref": "#/components/schemas/Sample"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Stored",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PushResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/corrections": {
      "get": {
        "operationId": "listCorrections",
        "description": "Corrections of an entity, or of all that the caller may see, the latest first. At most 5000.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          },
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "maintenance",
                "incident",
                "simulated"
              ]
            }
          },
          {
            "name": "from",
            "in": "query",
            "description": "Epoch seconds; those that end after it.",
            "schema": {
              "type": "integer"
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Epoch seconds; those that begin before it.",
            "schema": {
              "type": "integer"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Corrections",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Correction"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createCorrection",
        "description": "Marks a span of an entity's or an objective's time. Maintenance and incident corrections are left out of the budget, also backwards; simulated spans count and are shown as simulated.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CorrectionRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Created",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Correction"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/corrections/{id}": {
      "delete": {
        "operationId": "deleteCorrection",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Undone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/overrides": {
      "get": {
        "operationId": "listOverrides",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Overrides of the entity's gate, the active one first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Override"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createOverride",
        "description": "Sets the gate's verdict for an entity until an instant, for a reason.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/OverrideRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Created",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Override"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/overrides/{id}": {
      "delete": {
        "operationId": "revokeOverride",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          }
        ],
        "responses": {
          "204": {
            "description": "Revoked"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "parameters": {
      "ref": {
        "name": "ref",
        "in": "path",
        "required": true,
        "description": "The objective's ref, `slo:namespace/name`, with `~objective` where the document has several.",
        "schema": {
          "type": "string",
          "maxLength": 300
        }
      }
    },
    "responses": {
      "Error": {
        "description": "What went wrong",
        "content": {
          "application/json": {
            "schema": {
              "type": "object",
              "required": [
                "error"
              ],
              "properties": {
                "error": {
                  "type": "object",
                  "required": [
                    "name",
                    "message"
                  ],
                  "properties": {
                    "name": {
                      "type": "string"
                    },
                    "message": {
                      "type": "string"
                    }
                  },
                  "additionalProperties": true
                }
              },
              "additionalProperties": true
            }
          }
        }
      }
    },
    "schemas": {
      "Status": {
        "type": "string",
        "description": "critical = a page pair holds or the budget is gone; warning = a ticket pair holds or the policy's alert level is passed; low-traffic = the budget is under one event; no-data = nothing measured lately.",
        "enum": [
          "healthy",
          "warning",
          "critical",
          "no-data",
          "low-traffic"
        ]
      },
      "ObjectivePage": {
        "type": "object",
        "required": [
          "items",
          "counts",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Objective"
            }
          },
          "counts": {
            "$ref": "#/components/schemas/Counts"
          },
          "totalItems": {
            "type": "integer",
            "description": "Objectives that match the filters."
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "Counts": {
        "type": "object",
        "description": "Objectives by health under the filters, the status filter itself left out.",
        "required": [
          "healthy",
          "warning",
          "critical",
          "no-data",
          "low-traffic"
        ],
        "properties": {
          "healthy": {
            "type": "integer"
          },
          "warning": {
            "type": "integer"
          },
          "critical": {
            "type": "integer"
          },
          "no-data": {
            "type": "integer"
          },
          "low-traffic": {
            "type": "integer"
          }
        }
      },
      "Window": {
        "type": "object",
        "required": [
          "kind",
          "seconds",
          "start",
          "end"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "rolling",
              "calendar"
            ]
          },
          "seconds": {
            "type": "integer",
            "description": "Length of the current window."
          },
          "start": {
            "type": "integer",
            "description": "Epoch seconds."
          },
          "end": {
            "type": "integer",
            "description": "Epoch seconds: now for a rolling window, the end of the period for a calendar one."
          },
          "timeZone": {
            "type": "string"
          },
          "duration": {
            "type": "string",
            "description": "As written in the document, such as 30d."
          }
        }
      },
      "Objective": {
        "type": "object",
        "required": [
          "ref",
          "documentRef",
          "entityRef",
          "title",
          "target",
          "method",
          "kind",
          "window",
          "status",
          "reason",
          "budget",
          "burn",
          "pairs",
          "asOf",
          "source",
          "spark"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "documentRef": {
            "type": "string",
            "description": "The SLO entity."
          },
          "entityRef": {
            "type": "string",
            "description": "The entity that is measured."
          },
          "ownerRef": {
            "type": "string"
          },
          "systemRef": {
            "type": "string"
          },
          "domainRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "target": {
            "type": "number",
            "description": "Between 0 and 1."
          },
          "method": {
            "type": "string",
            "enum": [
              "occurrences",
              "timeslices",
              "ratio-timeslices"
            ]
          },
          "kind": {
            "type": "string",
            "enum": [
              "ratio",
              "threshold",
              "composite"
            ],
            "description": "How the SLI is measured."
          },
          "window": {
            "$ref": "#/components/schemas/Window"
          },
          "status": {
            "$ref": "#/components/schemas/Status"
          },
          "reason": {
            "type": "string",
            "description": "A bounded code that says why the status is what it is.",
            "enum": [
              "ok",
              "page-burn",
              "ticket-burn",
              "budget-spent",
              "budget-low",
              "few-events",
              "never-measured",
              "stale",
              "source-failing",
              "composite-member"
            ]
          },
          "budget": {
            "$ref": "#/components/schemas/Budget"
          },
          "burn": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Burn"
            }
          },
          "pairs": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/BurnPair"
            }
          },
          "exhaustion": {
            "$ref": "#/components/schemas/Exhaustion"
          },
          "asOf": {
            "type": "integer",
            "nullable": true,
            "description": "Epoch seconds: end of the newest measured minute. Null when never measured."
          },
          "source": {
            "$ref": "#/components/schemas/SourceState"
          },
          "spark": {
            "type": "array",
            "maxItems": 48,
            "items": {
              "type": "number",
              "nullable": true
            },
            "description": "Share of the budget left over the window, oldest first, evenly spaced, newest last. Null where unmeasured."
          },
          "policyRef": {
            "type": "string"
          }
        }
      },
      "Budget": {
        "type": "object",
        "description": "Exact event-weighted sums over the window. Minutes are the budget's share of the window; events are expected at the traffic seen.",
        "required": [
          "sli",
          "good",
          "total",
          "bad",
          "allowedRatio",
          "leftRatio",
          "spentRatio",
          "allowedMinutes",
          "leftMinutes",
          "allowedEvents",
          "leftEvents",
          "coverage",
          "excludedMinutes"
        ],
        "properties": {
          "sli": {
            "type": "number",
            "nullable": true,
            "description": "good / total; null without events."
          },
          "good": {
            "type": "number"
          },
          "total": {
            "type": "number"
          },
          "bad": {
            "type": "number"
          },
          "unit": {
            "type": "string",
            "enum": [
              "events",
              "minutes",
              "slices"
            ],
            "description": "What good and total count."
          },
          "allowedRatio": {
            "type": "number",
            "description": "1 - target"
          },
          "leftRatio": {
            "type": "number",
            "nullable": true,
            "description": "Share of the budget left: 1 untouched, 0 gone, negative overspent. Null without events."
          },
          "spentRatio": {
            "type": "number",
            "nullable": true
          },
          "allowedMinutes": {
            "type": "number"
          },
          "leftMinutes": {
            "type": "number",
            "nullable": true
          },
          "allowedEvents": {
            "type": "number"
          },
          "leftEvents": {
            "type": "number",
            "nullable": true
          },
          "coverage": {
            "type": "number",
            "description": "Share of the elapsed window that was measured, 0 to 1."
          },
          "excludedMinutes": {
            "type": "number"
          }
        }
      },
      "Burn": {
        "type": "object",
        "required": [
          "window",
          "seconds",
          "rate",
          "total",
          "bad"
        ],
        "properties": {
          "window": {
            "type": "string",
            "description": "Such as 1h."
          },
          "seconds": {
            "type": "integer"
          },
          "rate": {
            "type": "number",
            "nullable": true,
            "description": "Error ratio / (1 - target); null without events."
          },
          "total": {
            "type": "number"
          },
          "bad": {
            "type": "number"
          }
        }
      },
      "BurnPair": {
        "type": "object",
        "required": [
          "name",
          "severity",
          "long",
          "short",
          "threshold",
          "longRate",
          "shortRate",
          "state"
        ],
        "properties": {
          "name": {
            "type": "string",
            "description": "Such as page-1h."
          },
          "severity": {
            "type": "string",
            "enum": [
              "page",
              "ticket"
            ]
          },
          "long": {
            "type": "string",
            "description": "Such as 1h."
          },
          "short": {
            "type": "string",
            "description": "Such as 5m."
          },
          "threshold": {
            "type": "number"
          },
          "longRate": {
            "type": "number",
            "nullable": true
          },
          "shortRate": {
            "type": "number",
            "nullable": true
          },
          "state": {
            "type": "string",
            "enum": [
              "firing",
              "almost",
              "quiet",
              "unreachable",
              "too-few-events",
              "no-data"
            ],
            "description": "almost = one of the two windows holds; unreachable = the target can never burn this fast."
          },
          "firingSince": {
            "type": "integer"
          }
        }
      },
      "Exhaustion": {
        "type": "object",
        "description": "When the budget is gone if the last hour goes on; with a 90 % interval from the number of bad events seen.",
        "required": [
          "seconds"
        ],
        "properties": {
          "seconds": {
            "type": "number",
            "description": "From asOf."
          },
          "earliest": {
            "type": "number"
          },
          "latest": {
            "type": "number",
            "nullable": true,
            "description": "Null when the interval is open to the right."
          }
        }
      },
      "SourceState": {
        "type": "object",
        "required": [
          "name",
          "type",
          "state"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "description": "prometheus, push, composite, …"
          },
          "state": {
            "type": "string",
            "enum": [
              "ok",
              "waiting",
              "failing",
              "back-filling"
            ]
          },
          "reason": {
            "type": "string",
            "description": "A bounded code such as timeout, http-5xx, not-prometheus, too-large, bad-query, wrong-type, not-a-number, duplicate-series, unknown-source."
          },
          "message": {
            "type": "string",
            "maxLength": 500
          },
          "since": {
            "type": "integer"
          }
        }
      },
      "ObjectiveDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Objective"
          },
          {
            "type": "object",
            "required": [
              "definition",
              "queries",
              "findings"
            ],
            "properties": {
              "definition": {
                "type": "string",
                "description": "The document as YAML."
              },
              "definitionUrl": {
                "type": "string"
              },
              "queries": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "name",
                    "query"
                  ],
                  "properties": {
                    "name": {
                      "type": "string",
                      "enum": [
                        "good",
                        "bad",
                        "total",
                        "raw",
                        "threshold"
                      ]
                    },
                    "query": {
                      "type": "string"
                    }
                  }
                }
              },
              "findings": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Finding"
                }
              },
              "members": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "ref",
                    "weight"
                  ],
                  "properties": {
                    "ref": {
                      "type": "string"
                    },
                    "weight": {
                      "type": "number"
                    }
                  }
                }
              },
              "spentBy": {
                "$ref": "#/components/schemas/Spenders"
              }
            }
          }
        ]
      },
      "Spenders": {
        "type": "object",
        "description": "Who spent the budget of the window, in minutes of the budget, each minute once; an incident that began with no deployment what was spent while it lasted, a version what else was spent while it ran. Left out while neither is known.",
        "required": [
          "versions",
          "incidents",
          "unattributed",
          "total"
        ],
        "properties": {
          "versions": {
            "type": "array",
            "description": "Those that spent the most first, at most ten.",
            "items": {
              "type": "object",
              "required": [
                "version",
                "minutes",
                "changeId"
              ],
              "properties": {
                "version": {
                  "type": "string"
                },
                "minutes": {
                  "type": "number"
                },
                "changeId": {
                  "type": "string"
                }
              }
            }
          },
          "incidents": {
            "type": "array",
            "description": "Those that spent the most first, at most ten.",
            "items": {
              "type": "object",
              "required": [
                "id",
                "minutes"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "minutes": {
                  "type": "number"
                }
              }
            }
          },
          "unattributed": {
            "type": "number"
          },
          "total": {
            "type": "number"
          }
        }
      },
      "Change": {
        "type": "object",
        "description": "Something that went out or was switched. Instants are epoch seconds.",
        "required": [
          "id",
          "entityRef",
          "environment",
          "kind",
          "title",
          "outcome",
          "at"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "deployment",
              "rollback",
              "config",
              "flag",
              "scale",
              "other"
            ]
          },
          "title": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "running",
              "succeeded",
              "failed",
              "cancelled",
              "unknown"
            ]
          },
          "at": {
            "type": "integer"
          },
          "finishedAt": {
            "type": "integer"
          }
        }
      },
      "Finding": {
        "type": "object",
        "required": [
          "severity",
          "path",
          "message"
        ],
        "properties": {
          "severity": {
            "type": "string",
            "enum": [
              "error",
              "warning",
              "info"
            ]
          },
          "code": {
            "type": "string",
            "description": "Bounded code such as invalid, unreachable-burn, budget-under-one-event, window-longer-than-history, target-above-dependencies."
          },
          "path": {
            "type": "string",
            "description": "Such as spec.objectives[0].target."
          },
          "message": {
            "type": "string"
          },
          "found": {
            "type": "string"
          },
          "allowed": {
            "type": "string"
          }
        }
      },
      "DocumentFindings": {
        "type": "object",
        "required": [
          "documentRef",
          "findings"
        ],
        "properties": {
          "documentRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "definitionUrl": {
            "type": "string"
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          }
        }
      },
      "Series": {
        "type": "object",
        "required": [
          "ref",
          "from",
          "to",
          "width",
          "asOf",
          "buckets",
          "violations",
          "marks",
          "target"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "from": {
            "type": "integer"
          },
          "to": {
            "type": "integer"
          },
          "width": {
            "type": "integer",
            "description": "Seconds per bucket."
          },
          "asOf": {
            "type": "integer",
            "nullable": true
          },
          "target": {
            "type": "number"
          },
          "buckets": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Bucket"
            }
          },
          "forecast": {
            "type": "object",
            "description": "Share of the budget left at the window's end if the last day goes on.",
            "required": [
              "at",
              "left",
              "low",
              "high"
            ],
            "properties": {
              "at": {
                "type": "integer"
              },
              "left": {
                "type": "number"
              },
              "low": {
                "type": "number"
              },
              "high": {
                "type": "number"
              }
            }
          },
          "violations": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Violation"
            }
          },
          "marks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Correction"
            }
          }
        }
      },
      "Bucket": {
        "type": "object",
        "description": "One SLI bucket. A gap has measured 0: neither good nor bad.",
        "required": [
          "start",
          "good",
          "total",
          "measured",
          "left"
        ],
        "properties": {
          "start": {
            "type": "integer",
            "description": "Epoch seconds."
          },
          "good": {
            "type": "number"
          },
          "total": {
            "type": "number"
          },
          "measured": {
            "type": "number",
            "description": "Measured seconds in it."
          },
          "excluded": {
            "type": "number",
            "description": "Seconds left out by corrections."
          },
          "left": {
            "type": "number",
            "nullable": true,
            "description": "Share of the budget left at the bucket's end."
          }
        }
      },
      "Violation": {
        "type": "object",
        "description": "A run of buckets below the target.",
        "required": [
          "start",
          "end",
          "bad",
          "total",
          "worst"
        ],
        "properties": {
          "start": {
            "type": "integer"
          },
          "end": {
            "type": "integer"
          },
          "ongoing": {
            "type": "boolean"
          },
          "bad": {
            "type": "number"
          },
          "total": {
            "type": "number"
          },
          "worst": {
            "type": "number",
            "description": "Lowest good / total of a bucket in it."
          },
          "budgetSpent": {
            "type": "number",
            "description": "Share of the window's budget."
          }
        }
      },
      "Summary": {
        "type": "object",
        "required": [
          "items",
          "totals",
          "services",
          "burningServices"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SummaryItem"
            }
          },
          "totals": {
            "$ref": "#/components/schemas/Counts"
          },
          "services": {
            "type": "integer",
            "description": "Entities with objectives."
          },
          "burningServices": {
            "type": "integer",
            "description": "Entities with a critical objective."
          },
          "met": {
            "$ref": "#/components/schemas/Met"
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "Met": {
        "type": "object",
        "description": "Share of objectives whose error ratio over the span stayed within 1 - target; null without data.",
        "required": [
          "1h",
          "6h",
          "1d"
        ],
        "properties": {
          "1h": {
            "type": "number",
            "nullable": true
          },
          "6h": {
            "type": "number",
            "nullable": true
          },
          "1d": {
            "type": "number",
            "nullable": true
          }
        }
      },
      "SummaryItem": {
        "type": "object",
        "required": [
          "ref",
          "counts",
          "status",
          "services"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "counts": {
            "$ref": "#/components/schemas/Counts"
          },
          "status": {
            "$ref": "#/components/schemas/Status"
          },
          "services": {
            "type": "integer"
          },
          "burningServices": {
            "type": "integer",
            "description": "Entities of it with a critical objective."
          },
          "worst": {
            "type": "string",
            "description": "Ref of the objective with the least budget left."
          },
          "leftRatio": {
            "type": "number",
            "nullable": true,
            "description": "Composite: mean share of the budget left, each objective weighing the same."
          }
        }
      },
      "Gate": {
        "type": "object",
        "required": [
          "entityRef",
          "verdict",
          "policy",
          "checks",
          "recommendations",
          "asOf"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "verdict": {
            "type": "string",
            "enum": [
              "allow",
              "warn",
              "deny"
            ]
          },
          "policy": {
            "type": "object",
            "required": [
              "ref",
              "title"
            ],
            "properties": {
              "ref": {
                "type": "string"
              },
              "title": {
                "type": "string"
              }
            }
          },
          "checks": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "verdict",
                "title",
                "evidence"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "verdict": {
                  "type": "string",
                  "enum": [
                    "allow",
                    "warn",
                    "deny"
                  ]
                },
                "title": {
                  "type": "string"
                },
                "objectiveRef": {
                  "type": "string"
                },
                "evidence": {
                  "type": "object",
                  "additionalProperties": true,
                  "description": "The numbers the check used, with unit, window and age."
                }
              }
            }
          },
          "recommendations": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "action",
                "text"
              ],
              "properties": {
                "action": {
                  "type": "string"
                },
                "text": {
                  "type": "string"
                }
              }
            }
          },
          "override": {
            "$ref": "#/components/schemas/Override"
          },
          "asOf": {
            "type": "integer",
            "nullable": true
          }
        }
      },
      "BurnAlert": {
        "type": "object",
        "required": [
          "id",
          "sequence",
          "ref",
          "entityRef",
          "title",
          "pair",
          "severity",
          "state",
          "startedAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "sequence": {
            "type": "integer"
          },
          "ref": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "pair": {
            "type": "string",
            "description": "Such as page-1h."
          },
          "severity": {
            "type": "string",
            "enum": [
              "page",
              "ticket"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "firing",
              "resolved"
            ]
          },
          "startedAt": {
            "type": "integer"
          },
          "resolvedAt": {
            "type": "integer"
          },
          "longRate": {
            "type": "number"
          },
          "shortRate": {
            "type": "number"
          },
          "threshold": {
            "type": "number"
          }
        }
      },
      "Sample": {
        "type": "object",
        "required": [
          "ref",
          "minute",
          "good",
          "total"
        ],
        "additionalProperties": false,
        "properties": {
          "ref": {
            "type": "string",
            "maxLength": 300
          },
          "minute": {
            "type": "string",
            "maxLength": 40,
            "description": "Start of the minute, such as 2026-01-31T10:05:00Z."
          },
          "good": {
            "type": "number",
            "description": "Good events, 0 to total."
          },
          "total": {
            "type": "number",
            "description": "All events, 0 or more."
          }
        }
      },
      "PushResult": {
        "type": "object",
        "required": [
          "accepted",
          "replaced",
          "rejected"
        ],
        "properties": {
          "accepted": {
            "type": "integer"
          },
          "replaced": {
            "type": "integer"
          },
          "rejected": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "index",
                "field",
                "reason"
              ],
              "properties": {
                "index": {
                  "type": "integer"
                },
                "field": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "CorrectionRequest": {
        "type": "object",
        "required": [
          "from",
          "to",
          "kind",
          "reason"
        ],
        "additionalProperties": false,
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 300
          },
          "ref": {
            "type": "string",
            "maxLength": 300,
            "description": "One objective; else all of the entity."
          },
          "from": {
            "type": "integer",
            "minimum": 0
          },
          "to": {
            "type": "integer",
            "minimum": 0
          },
          "kind": {
            "type": "string",
            "enum": [
              "maintenance",
              "incident",
              "simulated"
            ]
          },
          "reason": {
            "type": "string",
            "minLength": 3,
            "maxLength": 500
          },
          "link": {
            "type": "string",
            "maxLength": 500,
            "pattern": "^https?://"
          }
        }
      },
      "Measurement": {
        "type": "object",
        "description": "What an objective counts in a span. A burn rate is (1 - good / total) / (1 - target).",
        "required": [
          "ref",
          "title",
          "entityRef",
          "target",
          "unit",
          "from",
          "to",
          "good",
          "total",
          "asOf"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "target": {
            "type": "number",
            "description": "Between 0 and 1."
          },
          "unit": {
            "type": "string",
            "enum": [
              "events",
              "minutes",
              "slices"
            ],
            "description": "What good and total count."
          },
          "from": {
            "type": "integer",
            "description": "Epoch seconds, at a whole minute."
          },
          "to": {
            "type": "integer",
            "description": "Epoch seconds, at a whole minute."
          },
          "good": {
            "type": "number"
          },
          "total": {
            "type": "number",
            "description": "0 also where nothing was measured."
          },
          "asOf": {
            "type": "integer",
            "nullable": true,
            "description": "Epoch seconds: end of the newest minute that was measured in the span; null when there is none."
          },
          "unavailable": {
            "type": "object",
            "description": "Why it cannot be measured so; then good and total are 0.",
            "required": [
              "reason",
              "message"
            ],
            "properties": {
              "reason": {
                "type": "string",
                "enum": [
                  "not-split",
                  "source-unable",
                  "source-failed"
                ],
                "description": "not-split = pushed and composite objectives have no labels; source-unable = its source knows none; source-failed = it did not answer this time."
              },
              "message": {
                "type": "string"
              }
            }
          }
        }
      },
      "Spent": {
        "type": "object",
        "required": [
          "ref",
          "title",
          "entityRef",
          "spentMinutes",
          "budgetMinutes",
          "measuredMinutes"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "spentMinutes": {
            "type": "number",
            "nullable": true,
            "description": "Minutes of the budget of the window that ends with the span; null when nothing was measured in the span."
          },
          "budgetMinutes": {
            "type": "number",
            "description": "The whole budget of that window."
          },
          "measuredMinutes": {
            "type": "number"
          },
          "coverage": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "Share of that window that was measured. Of one that was hardly measured, few events are a large part of the budget."
          },
          "environment": {
            "type": "string",
            "description": "Where the objective is measured where its document says so."
          }
        }
      },
      "Correction": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "from",
          "to",
          "kind",
          "reason",
          "createdBy",
          "createdAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "ref": {
            "type": "string"
          },
          "from": {
            "type": "integer"
          },
          "to": {
            "type": "integer"
          },
          "kind": {
            "type": "string",
            "enum": [
              "maintenance",
              "incident",
              "simulated"
            ]
          },
          "reason": {
            "type": "string"
          },
          "link": {
            "type": "string"
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "integer"
          }
        }
      },
      "OverrideRequest": {
        "type": "object",
        "required": [
          "entityRef",
          "verdict",
          "reason",
          "until"
        ],
        "additionalProperties": false,
        "properties": {
          "entityRef": {
            "type": "string",
            "maxLength": 300
          },
          "verdict": {
            "type": "string",
            "enum": [
              "allow",
              "deny"
            ]
          },
          "reason": {
            "type": "string",
            "minLength": 3,
            "maxLength": 500
          },
          "until": {
            "type": "integer",
            "description": "Epoch seconds; at most 7 days ahead."
          }
        }
      },
      "Override": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "verdict",
          "reason",
          "until",
          "createdBy",
          "createdAt",
          "state"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "verdict": {
            "type": "string",
            "enum": [
              "allow",
              "deny"
            ]
          },
          "reason": {
            "type": "string"
          },
          "until": {
            "type": "integer"
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "integer"
          },
          "state": {
            "type": "string",
            "enum": [
              "active",
              "expired",
              "revoked"
            ]
          }
        }
      },
      "Signals": {
        "type": "object",
        "required": [
          "entityRef",
          "asOf",
          "source",
          "latest",
          "history",
          "endpoints"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "asOf": {
            "type": "integer",
            "nullable": true
          },
          "source": {
            "$ref": "#/components/schemas/SourceState"
          },
          "latest": {
            "$ref": "#/components/schemas/SignalValues"
          },
          "history": {
            "type": "array",
            "maxItems": 1440,
            "items": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/SignalValues"
                },
                {
                  "type": "object",
                  "required": [
                    "at"
                  ],
                  "properties": {
                    "at": {
                      "type": "integer"
                    }
                  }
                }
              ]
            }
          },
          "endpoints": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "type": "object",
              "required": [
                "endpoint",
                "p99"
              ],
              "properties": {
                "endpoint": {
                  "type": "string"
                },
                "p99": {
                  "type": "number",
                  "nullable": true,
                  "description": "Seconds."
                },
                "traffic": {
                  "type": "number",
                  "nullable": true,
                  "description": "Requests per second."
                }
              }
            }
          }
        }
      },
      "SignalValues": {
        "type": "object",
        "properties": {
          "p50": {
            "type": "number",
            "nullable": true,
            "description": "Seconds."
          },
          "p95": {
            "type": "number",
            "nullable": true,
            "description": "Seconds."
          },
          "p99": {
            "type": "number",
            "nullable": true,
            "description": "Seconds."
          },
          "traffic": {
            "type": "number",
            "nullable": true,
            "description": "Requests per second."
          },
          "errors": {
            "type": "number",
            "nullable": true,
            "description": "Share of requests that failed, 0 to 1."
          },
          "saturation": {
            "type": "number",
            "nullable": true,
            "description": "Share of the capacity in use, 0 to 1."
          },
          "cpu": {
            "type": "number",
            "nullable": true,
            "description": "Share of its limit in use, 0 to 1."
          },
          "memory": {
            "type": "number",
            "nullable": true,
            "description": "Share of its limit in use, 0 to 1."
          },
          "connections": {
            "type": "number",
            "nullable": true,
            "description": "Share of its fullest pool in use, 0 to 1."
          },
          "queue": {
            "type": "number",
            "nullable": true,
            "description": "How many wait."
          }
        }
      }
    }
  }
} as const;
