// Made from openapi.yaml by `yarn openapi`. Do not edit.

export const document = {
  "openapi": "3.0.3",
  "info": {
    "title": "incidents",
    "version": "1",
    "description": "Alerts, the incidents they become, who is on call, and what was learned. Times are ISO 8601 in UTC; entity refs are full. Every answer comes from the plugin's own tables unless it says otherwise.",
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
    "/v1/intake/{adapter}": {
      "post": {
        "operationId": "intake",
        "description": "Takes what a vendor sends, in the vendor's own form. 202 once it is durable. The credential is an external-access token, or the vendor's signature over the raw body.",
        "parameters": [
          {
            "name": "adapter",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "*/*": {
              "schema": {}
            }
          }
        },
        "responses": {
          "202": {
            "description": "Durable",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IntakeReceipt"
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
    "/v1/adapters": {
      "get": {
        "operationId": "listAdapters",
        "description": "What can be sent to, and what came in through each.",
        "responses": {
          "200": {
            "description": "All adapters",
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
                        "$ref": "#/components/schemas/Adapter"
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
    "/v1/alerts": {
      "get": {
        "operationId": "listAlerts",
        "description": "Alerts, the latest first. Filters combine with AND; a repeated filter with OR.",
        "parameters": [
          {
            "name": "view",
            "in": "query",
            "description": "open: firing and not suppressed. suppressed: firing, and kept from making incidents. unresolved: firing, of no known entity. resolved: over. all.",
            "schema": {
              "type": "string",
              "enum": [
                "open",
                "suppressed",
                "unresolved",
                "resolved",
                "all"
              ],
              "default": "all"
            }
          },
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
            "name": "severity",
            "in": "query",
            "schema": {
              "type": "array",
              "maxItems": 4,
              "items": {
                "$ref": "#/components/schemas/AlertSeverity"
              }
            }
          },
          {
            "name": "adapter",
            "in": "query",
            "schema": {
              "type": "array",
              "maxItems": 30,
              "items": {
                "type": "string",
                "maxLength": 60
              }
            }
          },
          {
            "name": "incident",
            "in": "query",
            "description": "INC-0042",
            "schema": {
              "type": "string",
              "maxLength": 30
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Text to find in name, title or entity.",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AlertPage"
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
    "/v1/alerts/counts": {
      "get": {
        "operationId": "countAlerts",
        "description": "How many alerts each view holds, and how many items are in quarantine.",
        "responses": {
          "200": {
            "description": "Counts",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AlertCounts"
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
    "/v1/alerts/unsuppress": {
      "post": {
        "operationId": "unsuppressAlerts",
        "description": "Undoes the suppression of several alerts, or of all that one cause keeps quiet, 500 at most. Each goes through correlation again, and is not suppressed for that reason any more.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/UnsuppressRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What came of it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Unsuppressed"
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
    "/v1/suppressions": {
      "get": {
        "operationId": "listSuppressionCauses",
        "description": "What keeps firing alerts quiet now, that with the most alerts first.",
        "responses": {
          "200": {
            "description": "At most 100",
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
                        "$ref": "#/components/schemas/SuppressionCause"
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
    "/v1/alerts/{alertId}": {
      "get": {
        "operationId": "getAlert",
        "description": "One alert with what the vendor sent, how its entity was found and why it was suppressed.",
        "parameters": [
          {
            "$ref": "#/components/parameters/alertId"
          }
        ],
        "responses": {
          "200": {
            "description": "The alert",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AlertDetail"
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
    "/v1/alerts/{alertId}/unsuppress": {
      "post": {
        "operationId": "unsuppressAlert",
        "description": "Undoes the suppression. The alert goes through correlation again, and is not suppressed for that reason any more.",
        "parameters": [
          {
            "$ref": "#/components/parameters/alertId"
          }
        ],
        "responses": {
          "200": {
            "description": "The alert",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AlertDetail"
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
    "/v1/alerts/{alertId}/resolve": {
      "post": {
        "operationId": "resolveAlert",
        "description": "Declares an alert over whose sender will not say so.",
        "parameters": [
          {
            "$ref": "#/components/parameters/alertId"
          }
        ],
        "responses": {
          "200": {
            "description": "The alert",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AlertDetail"
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
    "/v1/quarantine": {
      "get": {
        "operationId": "listQuarantine",
        "description": "What came in and could not be understood, with the reason, the latest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/QuarantinePage"
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
    "/v1/quarantine/{id}/retry": {
      "post": {
        "operationId": "retryQuarantined",
        "description": "Reads it again with the adapter of today.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "200": {
            "description": "What came of it",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "outcome"
                  ],
                  "properties": {
                    "outcome": {
                      "type": "string",
                      "enum": [
                        "accepted",
                        "quarantined"
                      ]
                    },
                    "reason": {
                      "type": "string"
                    },
                    "said": {
                      "$ref": "#/components/schemas/Said"
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
    "/v1/quarantine/{id}": {
      "delete": {
        "operationId": "discardQuarantined",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "204": {
            "description": "Gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/mappings": {
      "get": {
        "operationId": "listMappings",
        "description": "Which labels mean which entity; those of the configuration first, then those taught.",
        "responses": {
          "200": {
            "description": "All",
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
                        "$ref": "#/components/schemas/Mapping"
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
        "operationId": "teachMapping",
        "description": "Teaches a mapping. It applies to what comes, and to open alerts of no known entity.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/MappingRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Taught",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TaughtMapping"
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
    "/v1/mappings/{id}": {
      "delete": {
        "operationId": "forgetMapping",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "204": {
            "description": "Forgotten"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/silences": {
      "get": {
        "operationId": "listSilences",
        "parameters": [
          {
            "name": "active",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": true
            }
          }
        ],
        "responses": {
          "200": {
            "description": "All",
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
                        "$ref": "#/components/schemas/Silence"
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
        "operationId": "createSilence",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SilenceRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Made",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Silence"
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
    "/v1/silences/{id}": {
      "delete": {
        "operationId": "endSilence",
        "description": "Ends a silence now. What it kept quiet goes through correlation again.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "204": {
            "description": "Ended"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/incidents": {
      "get": {
        "operationId": "listIncidents",
        "description": "Incidents, the latest first. Merged and deleted ones are left out unless asked for.",
        "parameters": [
          {
            "name": "status",
            "in": "query",
            "schema": {
              "type": "array",
              "maxItems": 4,
              "items": {
                "$ref": "#/components/schemas/IncidentStatus"
              }
            }
          },
          {
            "name": "severity",
            "in": "query",
            "schema": {
              "type": "array",
              "maxItems": 4,
              "items": {
                "$ref": "#/components/schemas/Severity"
              }
            }
          },
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "description": "Any affected entity.",
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
            "name": "from",
            "in": "query",
            "allowReserved": true,
            "description": "Started at or after.",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "to",
            "in": "query",
            "allowReserved": true,
            "description": "Started before.",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Words to find. Each must be the beginning of a word of the title, of the name of an affected entity, of the name of the owner or of the id, whatever their case and accents. A whole id finds that incident alone.",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "merged",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "orderBy",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "startedAt",
                "severity"
              ],
              "default": "startedAt"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentPage"
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
        "operationId": "declareIncident",
        "description": "Declares an incident by hand, from alerts or from nothing but what is known. A repeated `key` answers with the incident of the first time.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Declaration"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Declared",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentDetail"
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
    "/v1/incidents/bulk": {
      "post": {
        "operationId": "changeIncidents",
        "description": "One change to many incidents; each is permitted and answered for on its own.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BulkChange"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What came of each",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BulkResult"
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
    "/v1/incidents/import": {
      "post": {
        "operationId": "importIncidents",
        "description": "Brings in incidents of another tool's past. They are flagged, can be left out of metrics, notify nobody and are the same under the same `key`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "incidents"
                ],
                "additionalProperties": false,
                "properties": {
                  "incidents": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 500,
                    "items": {
                      "$ref": "#/components/schemas/ImportedIncident"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Imported",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "imported",
                    "known"
                  ],
                  "properties": {
                    "imported": {
                      "type": "integer"
                    },
                    "known": {
                      "type": "integer"
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
    "/v1/incidents/{incidentId}": {
      "get": {
        "operationId": "getIncident",
        "description": "One incident. The id of a merged one answers with itself and where it went.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "responses": {
          "200": {
            "description": "The incident",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "editIncident",
        "description": "Changes what is given. `version` guards against overwriting another's change (409).",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/IncidentEdit"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The incident",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteIncident",
        "description": "Takes an incident out of lists and metrics, as one opened in error. Later alerts make incidents of their own.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "responses": {
          "204": {
            "description": "Gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/incidents/{incidentId}/status": {
      "post": {
        "operationId": "setStatus",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/StatusChange"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The incident",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentDetail"
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
    "/v1/incidents/{incidentId}/acknowledge": {
      "post": {
        "operationId": "acknowledgeIncident",
        "description": "Says that the caller has seen it. Stops the escalation. The first one counts.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "responses": {
          "200": {
            "description": "The incident",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentDetail"
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
    "/v1/incidents/{incidentId}/notes": {
      "post": {
        "operationId": "addNote",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "text"
                ],
                "additionalProperties": false,
                "properties": {
                  "text": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 20000,
                    "description": "Markdown"
                  },
                  "kind": {
                    "type": "string",
                    "enum": [
                      "note",
                      "decision"
                    ],
                    "default": "note"
                  },
                  "key": {
                    "type": "string",
                    "maxLength": 100,
                    "description": "Of the caller; the same key adds nothing twice."
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Added",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TimelineEntry"
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
    "/v1/incidents/{incidentId}/roles": {
      "post": {
        "operationId": "setRole",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "role"
                ],
                "additionalProperties": false,
                "properties": {
                  "role": {
                    "$ref": "#/components/schemas/Role"
                  },
                  "userRef": {
                    "type": "string",
                    "maxLength": 300,
                    "description": "Left out to vacate the role."
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The incident",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentDetail"
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
    "/v1/incidents/{incidentId}/timeline": {
      "get": {
        "operationId": "getTimeline",
        "description": "The append-only record, the latest first. Repeated alerts of one kind come as one entry with a count.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          },
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "type": "array",
              "maxItems": 12,
              "items": {
                "$ref": "#/components/schemas/TimelineKind"
              }
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TimelinePage"
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
    "/v1/incidents/{incidentId}/merge": {
      "post": {
        "operationId": "mergeIncident",
        "description": "Makes this incident part of another. Its id goes on answering and says where it went.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "into"
                ],
                "additionalProperties": false,
                "properties": {
                  "into": {
                    "type": "string",
                    "maxLength": 30,
                    "description": "INC-0042"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The incident it is part of now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentDetail"
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
    "/v1/incidents/{incidentId}/split": {
      "post": {
        "operationId": "splitIncident",
        "description": "Takes alerts out of the incident into one of their own. The correlator does not bring them back together.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "alertIds"
                ],
                "additionalProperties": false,
                "properties": {
                  "alertIds": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 1000,
                    "items": {
                      "type": "string",
                      "maxLength": 30
                    }
                  },
                  "title": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 300
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The new incident",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentDetail"
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
    "/v1/incidents/{incidentId}/triage": {
      "get": {
        "operationId": "getTriage",
        "description": "The deterministic ranking, computed now or of the same evidence before; the latest analysis; whether a model can be asked.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "responses": {
          "200": {
            "description": "What is known",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Triage"
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
        "operationId": "startTriage",
        "description": "Asks the model once. With \"Accept: application/x-ndjson\" one TriageEvent a line as it goes; else the run when it has ended. What cannot be had from a model ends as a run whose `unavailable` says why; the deterministic result stands.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TriageRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The run, or its stages line by line",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TriageRun"
                }
              },
              "application/x-ndjson": {
                "schema": {
                  "$ref": "#/components/schemas/TriageEvent"
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
    "/v1/incidents/{incidentId}/triage/runs": {
      "get": {
        "operationId": "listTriageRuns",
        "description": "The latest twenty of an incident, the latest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "responses": {
          "200": {
            "description": "Without their evidence",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TriageRunList"
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
    "/v1/incidents/{incidentId}/evidence": {
      "get": {
        "operationId": "getEvidence",
        "description": "The evidence of an incident as it is now: redacted, capped, each record with its id.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "responses": {
          "200": {
            "description": "The bundle",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EvidenceBundle"
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
    "/v1/incidents/{incidentId}/review": {
      "post": {
        "operationId": "reviewAlerts",
        "description": "Asks the model which alerts of an incident share a cause, which is primary, in which order to look, and what to suppress: suggestions that a person accepts.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TriageRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The suggestions",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AlertReview"
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
    "/v1/incidents/{incidentId}/summary": {
      "post": {
        "operationId": "summarizeIncident",
        "description": "Asks the small model for a title and a summary. Changes nothing.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TriageRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "A suggestion",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentSummary"
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
    "/v1/incidents/{incidentId}/postmortem/narrative": {
      "post": {
        "operationId": "narrateIncident",
        "description": "Asks the model for the prose of a postmortem around facts that code renders. Changes nothing.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TriageRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "A suggestion",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Narrative"
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
    "/v1/triage-runs/{runId}": {
      "get": {
        "operationId": "getTriageRun",
        "description": "One analysis with the evidence that it cites.",
        "parameters": [
          {
            "$ref": "#/components/parameters/runId"
          }
        ],
        "responses": {
          "200": {
            "description": "The run",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TriageRun"
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
    "/v1/triage-runs/{runId}/feedback": {
      "post": {
        "operationId": "giveTriageFeedback",
        "description": "Right or wrong, and what it was. One per person and run; the last counts.",
        "parameters": [
          {
            "$ref": "#/components/parameters/runId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TriageFeedbackRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The run",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TriageRun"
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
    "/v1/triage-runs/{runId}/actions/{index}/proposal": {
      "post": {
        "operationId": "proposeTriageAction",
        "description": "Makes a remediation proposal of an action that the analysis names. Code resolves it; a human must approve it in the runbooks plugin.",
        "parameters": [
          {
            "$ref": "#/components/parameters/runId"
          },
          {
            "name": "index",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 20
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The proposal",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TriageProposal"
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
    "/v1/triage/settings": {
      "get": {
        "operationId": "getTriageSettings",
        "description": "Whether and with what models triage works here: budgets, dated prices, prompts and their versions, the ranker in force.",
        "responses": {
          "200": {
            "description": "The settings",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TriageSettings"
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
    "/v1/triage/spend": {
      "get": {
        "operationId": "getTriageSpend",
        "description": "What models cost and what came of it, by day and by task.",
        "parameters": [
          {
            "name": "days",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 90,
              "default": 28
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The spend",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TriageSpend"
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
    "/v1/triage/replay": {
      "post": {
        "operationId": "replayTriage",
        "description": "The deterministic result of an incident described in the body, which docs/schemas/triage-case.json has the form of. Nothing is stored. A body has at most 8 MB.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TriageCase"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The result",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TriageReport"
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
    "/v1/incident-clusters": {
      "get": {
        "operationId": "listIncidentClusters",
        "description": "Incidents of the past that recur: alike by text and entities.",
        "parameters": [
          {
            "name": "days",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 365,
              "default": 90
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The largest first, at most fifty",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IncidentClusterList"
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
    "/v1/runbook-drafts": {
      "post": {
        "operationId": "draftRunbook",
        "description": "Asks the model for a runbook of at least three resolved incidents; every step cites what it rests on. Changes nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RunbookDraftRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "A file for a pull request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RunbookDraft"
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
    "/v1/incidents/{incidentId}/graph": {
      "get": {
        "operationId": "getGraph",
        "description": "The affected entities, what they depend on and what depends on them, up to 100 nodes.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "responses": {
          "200": {
            "description": "The graph",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Graph"
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
    "/v1/incidents/{incidentId}/related": {
      "get": {
        "operationId": "getRelated",
        "description": "Past incidents most like this one, by text and entities, with how they were solved.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "responses": {
          "200": {
            "description": "At most ten",
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
                        "$ref": "#/components/schemas/RelatedIncident"
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
    "/v1/incidents/{incidentId}/responders": {
      "get": {
        "operationId": "getResponders",
        "description": "Who would know, from past incidents of the same entities, with the reason.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "responses": {
          "200": {
            "description": "At most five",
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
                        "$ref": "#/components/schemas/Responder"
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
    "/v1/incidents/{incidentId}/postmortem": {
      "get": {
        "operationId": "getPostmortem",
        "description": "The postmortem as saved, or a draft made from the record while none is.",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          },
          {
            "$ref": "#/components/parameters/language"
          }
        ],
        "responses": {
          "200": {
            "description": "The postmortem",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Postmortem"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "savePostmortem",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PostmortemEdit"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Saved",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Postmortem"
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
    "/v1/incidents/{incidentId}/postmortem/markdown": {
      "get": {
        "operationId": "exportPostmortem",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          },
          {
            "$ref": "#/components/parameters/language"
          }
        ],
        "responses": {
          "200": {
            "description": "Markdown",
            "content": {
              "text/markdown": {
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
    "/v1/incidents/{incidentId}/follow-ups": {
      "post": {
        "operationId": "addFollowUp",
        "parameters": [
          {
            "$ref": "#/components/parameters/incidentId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FollowUpRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "Added",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FollowUp"
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
    "/v1/follow-ups": {
      "get": {
        "operationId": "listFollowUps",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "open",
                "done",
                "all"
              ],
              "default": "open"
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
            "name": "incident",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 30
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page, the first due first",
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
                        "$ref": "#/components/schemas/FollowUp"
                      }
                    },
                    "nextCursor": {
                      "type": "string"
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
    "/v1/follow-ups/{id}": {
      "put": {
        "operationId": "editFollowUp",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FollowUpEdit"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The follow-up",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FollowUp"
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
        "description": "Deployments and other changes, the latest first.",
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
            "name": "incident",
            "in": "query",
            "description": "Those of its entities and what they depend on in the two hours before it.",
            "schema": {
              "type": "string",
              "maxLength": 30
            }
          },
          {
            "name": "from",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "to",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "At most `limit`",
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
    "/v1/findings": {
      "get": {
        "operationId": "listFindings",
        "description": "Weaknesses that scanners reported. They page nobody.",
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
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
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
                        "$ref": "#/components/schemas/Finding"
                      }
                    },
                    "nextCursor": {
                      "type": "string"
                    },
                    "counts": {
                      "$ref": "#/components/schemas/FindingCounts"
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
    "/v1/documents": {
      "get": {
        "operationId": "listDocuments",
        "description": "Incidents and their saved postmortems as text, in the order of their numbers, for an index.",
        "parameters": [
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
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
                        "$ref": "#/components/schemas/IncidentDocument"
                      }
                    },
                    "nextCursor": {
                      "type": "string"
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
    "/v1/summary": {
      "get": {
        "operationId": "getSummary",
        "description": "What the entity's card says; without an entity, of everything the caller may see.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 300
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
    "/v1/open-entities": {
      "get": {
        "operationId": "listOpenEntities",
        "description": "The entities that an open incident affects, for filters.",
        "responses": {
          "200": {
            "description": "At most 5000 refs",
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
                        "type": "string"
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
    "/v1/oncall": {
      "get": {
        "operationId": "getOncall",
        "description": "Who owns an entity, who is on call for it now and next, and where that comes from.",
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
            "name": "at",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Oncall"
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
    "/v1/oncall/teams": {
      "get": {
        "operationId": "listOncallTeams",
        "description": "All rotations over a span of time, with shifts, gaps and who carries how much.",
        "parameters": [
          {
            "name": "from",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "to",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Each team",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "asOf"
                  ],
                  "properties": {
                    "asOf": {
                      "type": "string",
                      "format": "date-time"
                    },
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/OncallTeam"
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
    "/v1/oncall/calendar": {
      "get": {
        "operationId": "getOncallCalendar",
        "description": "The shifts of a team, or of one person, as iCalendar.",
        "parameters": [
          {
            "name": "owner",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          }
        ],
        "responses": {
          "200": {
            "description": "iCalendar",
            "content": {
              "text/calendar": {
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
    "/v1/channels": {
      "get": {
        "operationId": "listChannels",
        "description": "Where notifications can go, which routes lead there, and how each did lately.",
        "responses": {
          "200": {
            "description": "All",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Channels"
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
    "/v1/channels/{name}/test": {
      "post": {
        "operationId": "testChannel",
        "description": "Sends a test message and waits for what the receiver says.",
        "parameters": [
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What the receiver said",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "outcome"
                  ],
                  "properties": {
                    "outcome": {
                      "type": "string",
                      "enum": [
                        "sent",
                        "failed"
                      ]
                    },
                    "reason": {
                      "type": "string"
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
    "/v1/channels/{name}/messages": {
      "post": {
        "operationId": "sendMessage",
        "description": "Has a channel told something that is of no incident, as notifications are told. The same key again sends nothing.",
        "parameters": [
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "text",
                  "key"
                ],
                "additionalProperties": false,
                "properties": {
                  "text": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "Shown as it is; its first line is the subject."
                  },
                  "key": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 100,
                    "description": "Of the caller."
                  },
                  "to": {
                    "type": "array",
                    "maxItems": 20,
                    "items": {
                      "type": "string",
                      "maxLength": 300
                    },
                    "description": "Users and groups, for channels that reach people and no room."
                  }
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It is on its way; the delivery log tells what becomes of it.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "id"
                  ],
                  "properties": {
                    "id": {
                      "type": "string"
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
    "/v1/notifications": {
      "get": {
        "operationId": "listNotifications",
        "description": "The delivery log, the latest first.",
        "parameters": [
          {
            "name": "incident",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 30
            }
          },
          {
            "name": "channel",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 60
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "array",
              "maxItems": 5,
              "items": {
                "$ref": "#/components/schemas/NotificationState"
              }
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          },
          {
            "$ref": "#/components/parameters/cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "One page",
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
                        "$ref": "#/components/schemas/Notification"
                      }
                    },
                    "nextCursor": {
                      "type": "string"
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
    "/v1/metrics": {
      "get": {
        "operationId": "getMetrics",
        "description": "Times to detect, acknowledge, identify, fix, recover and resolve, time between failures, noise, and use of notifications, of the incidents started in a span.",
        "parameters": [
          {
            "$ref": "#/components/parameters/metricsEntity"
          },
          {
            "$ref": "#/components/parameters/metricsOwner"
          },
          {
            "$ref": "#/components/parameters/metricsSystem"
          },
          {
            "$ref": "#/components/parameters/metricsSeverity"
          },
          {
            "$ref": "#/components/parameters/metricsFrom"
          },
          {
            "$ref": "#/components/parameters/metricsTo"
          },
          {
            "$ref": "#/components/parameters/metricsImported"
          }
        ],
        "responses": {
          "200": {
            "description": "The metrics",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Metrics"
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
    "/v1/metrics/csv": {
      "get": {
        "operationId": "exportMetrics",
        "description": "One row per incident that counts, with its times in seconds.",
        "parameters": [
          {
            "$ref": "#/components/parameters/metricsEntity"
          },
          {
            "$ref": "#/components/parameters/metricsOwner"
          },
          {
            "$ref": "#/components/parameters/metricsSystem"
          },
          {
            "$ref": "#/components/parameters/metricsSeverity"
          },
          {
            "$ref": "#/components/parameters/metricsFrom"
          },
          {
            "$ref": "#/components/parameters/metricsTo"
          },
          {
            "$ref": "#/components/parameters/metricsImported"
          }
        ],
        "responses": {
          "200": {
            "description": "CSV",
            "content": {
              "text/csv": {
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
    "/v1/rules": {
      "get": {
        "operationId": "getRules",
        "description": "The rules in force, as written, and where they come from.",
        "responses": {
          "200": {
            "description": "The rules",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "source",
                    "yaml"
                  ],
                  "properties": {
                    "source": {
                      "type": "string"
                    },
                    "yaml": {
                      "type": "string"
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
    "/v1/rules/dry-run": {
      "post": {
        "operationId": "dryRunRules",
        "description": "Runs recorded alerts through other rules and says which incidents there would have been. Nothing is changed.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "yaml"
                ],
                "additionalProperties": false,
                "properties": {
                  "yaml": {
                    "type": "string",
                    "maxLength": 200000
                  },
                  "from": {
                    "type": "string",
                    "format": "date-time",
                    "description": "24 h ago by default."
                  },
                  "to": {
                    "type": "string",
                    "format": "date-time"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The difference",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DryRun"
                }
              }
            }
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
      "limit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 500,
          "default": 50
        }
      },
      "cursor": {
        "name": "cursor",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 1000
        }
      },
      "language": {
        "name": "language",
        "in": "query",
        "description": "Of what the product writes; what people wrote stays as it is.",
        "schema": {
          "type": "string",
          "enum": [
            "en",
            "es"
          ],
          "default": "en"
        }
      },
      "id": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 30
        }
      },
      "alertId": {
        "name": "alertId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 30
        }
      },
      "incidentId": {
        "name": "incidentId",
        "in": "path",
        "required": true,
        "description": "INC-0042",
        "schema": {
          "type": "string",
          "maxLength": 30
        }
      },
      "metricsEntity": {
        "name": "entityRef",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 300
        }
      },
      "metricsOwner": {
        "name": "owner",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 300
        }
      },
      "metricsSystem": {
        "name": "system",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 300
        }
      },
      "metricsSeverity": {
        "name": "severity",
        "in": "query",
        "schema": {
          "type": "array",
          "maxItems": 4,
          "items": {
            "$ref": "#/components/schemas/Severity"
          }
        }
      },
      "runId": {
        "name": "runId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 30,
          "pattern": "^TRI-[0-9]{4,}$"
        }
      },
      "metricsFrom": {
        "name": "from",
        "in": "query",
        "allowReserved": true,
        "description": "90 days ago by default.",
        "schema": {
          "type": "string",
          "format": "date-time"
        }
      },
      "metricsTo": {
        "name": "to",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "format": "date-time"
        }
      },
      "metricsImported": {
        "name": "imported",
        "in": "query",
        "description": "Count incidents brought in from another tool.",
        "schema": {
          "type": "boolean",
          "default": false
        }
      }
    },
    "responses": {
      "Error": {
        "description": "Refused or failed",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      }
    },
    "schemas": {
      "Error": {
        "type": "object",
        "required": [
          "error",
          "response"
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
            }
          },
          "request": {
            "type": "object",
            "properties": {
              "method": {
                "type": "string"
              },
              "url": {
                "type": "string"
              }
            }
          },
          "response": {
            "type": "object",
            "required": [
              "statusCode"
            ],
            "properties": {
              "statusCode": {
                "type": "integer"
              }
            }
          }
        }
      },
      "Sentence": {
        "type": "object",
        "description": "Something said in words: `text` in English, `code` and `params` to say it in another language.",
        "required": [
          "code",
          "text"
        ],
        "properties": {
          "code": {
            "type": "string"
          },
          "text": {
            "type": "string"
          },
          "params": {
            "type": "object",
            "additionalProperties": {
              "oneOf": [
                {
                  "type": "string"
                },
                {
                  "type": "number"
                }
              ]
            }
          }
        }
      },
      "TriageVerdict": {
        "type": "string",
        "enum": [
          "identified",
          "probable",
          "inconclusive",
          "no-fault"
        ]
      },
      "EvidenceType": {
        "type": "string",
        "enum": [
          "alert",
          "burn",
          "change",
          "topology",
          "metric",
          "log",
          "runbook",
          "similar",
          "owner",
          "tool"
        ]
      },
      "EvidenceItem": {
        "type": "object",
        "description": "A record that claims cite. All of its text is untrusted data.",
        "required": [
          "id",
          "type",
          "title",
          "text",
          "source"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "E1, E2, … within one bundle."
          },
          "type": {
            "$ref": "#/components/schemas/EvidenceType"
          },
          "entityRef": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "source": {
            "type": "string",
            "description": "What was asked: `alerts`, `slo`, `delivery`, `loki`, a file."
          },
          "link": {
            "type": "string",
            "description": "A path of the portal, or an http(s) address of its source."
          },
          "title": {
            "type": "string",
            "maxLength": 300
          },
          "text": {
            "type": "string",
            "maxLength": 2000
          },
          "data": {
            "type": "object",
            "additionalProperties": true,
            "description": "Its numbers, by name."
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "truncated": {
            "type": "boolean"
          }
        }
      },
      "Redaction": {
        "type": "object",
        "required": [
          "kind",
          "count"
        ],
        "properties": {
          "kind": {
            "type": "string"
          },
          "count": {
            "type": "integer"
          }
        }
      },
      "EvidenceBundle": {
        "type": "object",
        "required": [
          "id",
          "incidentId",
          "at",
          "items",
          "redactions",
          "missing"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "SHA-256 of what is in it; the same evidence has the same id."
          },
          "incidentId": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EvidenceItem"
            }
          },
          "redactions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Redaction"
            }
          },
          "missing": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            },
            "description": "What could not be had, and why."
          }
        }
      },
      "TriageFactor": {
        "type": "object",
        "required": [
          "name",
          "weight",
          "said"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "weight": {
            "type": "number"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          }
        }
      },
      "TriageSuspect": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "cause",
          "score",
          "confidence",
          "word",
          "path",
          "supporting",
          "contradicting",
          "factors"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "H1, H2, … the likeliest first."
          },
          "kind": {
            "type": "string",
            "enum": [
              "service",
              "change",
              "config",
              "external"
            ]
          },
          "entityRef": {
            "type": "string",
            "description": "Absent for what is outside the catalog."
          },
          "name": {
            "type": "string",
            "description": "Of what is outside the catalog."
          },
          "change": {
            "type": "string",
            "description": "Evidence id of the change that is meant."
          },
          "metric": {
            "type": "string",
            "description": "Of its series, the one that deviates most: cpu, memory, latency, …"
          },
          "cause": {
            "$ref": "#/components/schemas/Sentence"
          },
          "score": {
            "type": "number",
            "minimum": 0,
            "maximum": 1
          },
          "confidence": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "How often one like it was right, measured."
          },
          "word": {
            "type": "string",
            "enum": [
              "high",
              "medium",
              "low"
            ]
          },
          "path": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Entity refs from a symptom to the suspect."
          },
          "supporting": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "contradicting": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "factors": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TriageFactor"
            },
            "description": "The three strongest first."
          }
        }
      },
      "TriageReport": {
        "type": "object",
        "description": "The deterministic result.",
        "required": [
          "verdict",
          "summary",
          "suspects",
          "evidence",
          "missing",
          "ranker"
        ],
        "properties": {
          "verdict": {
            "$ref": "#/components/schemas/TriageVerdict"
          },
          "summary": {
            "$ref": "#/components/schemas/Sentence"
          },
          "suspects": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TriageSuspect"
            }
          },
          "evidence": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EvidenceItem"
            }
          },
          "missing": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            }
          },
          "ranker": {
            "type": "object",
            "required": [
              "kind",
              "version"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "rules",
                  "learned"
                ]
              },
              "version": {
                "type": "string"
              },
              "why": {
                "$ref": "#/components/schemas/Sentence"
              }
            }
          }
        }
      },
      "TriageCase": {
        "type": "object",
        "description": "An incident in a file; docs/schemas/triage-case.json has its form, which is checked with path and fix.",
        "additionalProperties": true
      },
      "TriageRequest": {
        "type": "object",
        "properties": {
          "language": {
            "type": "string",
            "enum": [
              "en",
              "es"
            ],
            "default": "en"
          },
          "again": {
            "type": "boolean",
            "default": false,
            "description": "Ask even if the same evidence was analysed before."
          }
        }
      },
      "ModelAvailability": {
        "type": "object",
        "required": [
          "available"
        ],
        "properties": {
          "available": {
            "type": "boolean"
          },
          "why": {
            "$ref": "#/components/schemas/Sentence"
          },
          "model": {
            "type": "string"
          },
          "promptVersion": {
            "type": "string"
          },
          "estimate": {
            "$ref": "#/components/schemas/Money"
          }
        }
      },
      "Money": {
        "type": "object",
        "required": [
          "amount",
          "currency"
        ],
        "properties": {
          "amount": {
            "type": "number"
          },
          "currency": {
            "type": "string",
            "enum": [
              "USD"
            ]
          }
        }
      },
      "Triage": {
        "type": "object",
        "required": [
          "incidentId",
          "report",
          "bundle",
          "model"
        ],
        "properties": {
          "incidentId": {
            "type": "string"
          },
          "report": {
            "$ref": "#/components/schemas/TriageReport"
          },
          "bundle": {
            "type": "object",
            "required": [
              "id",
              "at",
              "redactions"
            ],
            "properties": {
              "id": {
                "type": "string"
              },
              "at": {
                "type": "string",
                "format": "date-time"
              },
              "redactions": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Redaction"
                }
              }
            }
          },
          "similar": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RelatedIncident"
            }
          },
          "model": {
            "$ref": "#/components/schemas/ModelAvailability"
          },
          "latest": {
            "$ref": "#/components/schemas/TriageRun"
          }
        }
      },
      "Claim": {
        "type": "object",
        "description": "A statement of the model. Supported if the records that it cites hold it; else inferred.",
        "required": [
          "text",
          "evidence",
          "supported"
        ],
        "properties": {
          "text": {
            "type": "string"
          },
          "evidence": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "supported": {
            "type": "boolean"
          }
        }
      },
      "AnalysisHypothesis": {
        "type": "object",
        "required": [
          "id",
          "title",
          "claims",
          "supporting",
          "contradicting",
          "confidence",
          "word",
          "because"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "A1, A2, …"
          },
          "title": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "change": {
            "type": "string",
            "description": "Evidence id."
          },
          "suspect": {
            "type": "string",
            "description": "The deterministic suspect that says the same, H1 …."
          },
          "claims": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Claim"
            }
          },
          "supporting": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "contradicting": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "confidence": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "Computed by code."
          },
          "word": {
            "type": "string",
            "enum": [
              "high",
              "medium",
              "low"
            ]
          },
          "because": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Sentence"
            },
            "description": "Why this confidence."
          }
        }
      },
      "AnalysisAction": {
        "type": "object",
        "required": [
          "index",
          "action",
          "input",
          "title",
          "why",
          "evidence"
        ],
        "properties": {
          "index": {
            "type": "integer"
          },
          "action": {
            "type": "string",
            "description": "Id of an installed action, `kubernetes:restart-rollout`."
          },
          "input": {
            "type": "object",
            "additionalProperties": true
          },
          "entityRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "why": {
            "type": "string"
          },
          "evidence": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "reversible": {
            "type": "boolean"
          },
          "attemptId": {
            "type": "string",
            "description": "The remediation proposal that was made of it, REM-0031."
          }
        }
      },
      "TriageAnalysis": {
        "type": "object",
        "description": "What the model said and code did not drop.",
        "required": [
          "verdict",
          "headline",
          "hypotheses",
          "ruledOut",
          "timeline",
          "actions",
          "verification",
          "prevention",
          "runbooks",
          "openQuestions",
          "injections",
          "dropped"
        ],
        "properties": {
          "verdict": {
            "$ref": "#/components/schemas/TriageVerdict"
          },
          "headline": {
            "type": "string"
          },
          "hypotheses": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AnalysisHypothesis"
            }
          },
          "ruledOut": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Claim"
            }
          },
          "timeline": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "at",
                "text",
                "evidence"
              ],
              "properties": {
                "at": {
                  "type": "string",
                  "format": "date-time"
                },
                "text": {
                  "type": "string"
                },
                "evidence": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "actions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AnalysisAction"
            }
          },
          "verification": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Claim"
            }
          },
          "prevention": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Claim"
            }
          },
          "runbooks": {
            "type": "array",
            "items": {
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
            }
          },
          "openQuestions": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "injections": {
            "type": "array",
            "description": "Records that seem to give orders to whoever reads them.",
            "items": {
              "type": "object",
              "required": [
                "evidence",
                "text"
              ],
              "properties": {
                "evidence": {
                  "type": "string"
                },
                "text": {
                  "type": "string"
                }
              }
            }
          },
          "dropped": {
            "type": "array",
            "description": "What the model said and does not hold.",
            "items": {
              "type": "object",
              "required": [
                "what",
                "reason"
              ],
              "properties": {
                "what": {
                  "type": "string",
                  "description": "Which part: `hypotheses[1].claims[0]`."
                },
                "reason": {
                  "$ref": "#/components/schemas/Sentence"
                }
              }
            }
          }
        }
      },
      "TriageStage": {
        "type": "string",
        "enum": [
          "collecting",
          "ranking",
          "reserving",
          "asking",
          "using-tools",
          "verifying",
          "repairing",
          "done"
        ]
      },
      "TriageUsage": {
        "type": "object",
        "required": [
          "inputTokens",
          "outputTokens",
          "calls",
          "rounds",
          "cost",
          "pricesOf"
        ],
        "properties": {
          "inputTokens": {
            "type": "integer"
          },
          "outputTokens": {
            "type": "integer"
          },
          "cachedTokens": {
            "type": "integer"
          },
          "calls": {
            "type": "integer",
            "description": "Of tools."
          },
          "rounds": {
            "type": "integer"
          },
          "cost": {
            "$ref": "#/components/schemas/Money"
          },
          "pricesOf": {
            "type": "string",
            "description": "Date of the prices."
          }
        }
      },
      "TriageTask": {
        "type": "string",
        "enum": [
          "analysis",
          "review",
          "runbook-draft",
          "narrative",
          "summary"
        ]
      },
      "TriageFeedback": {
        "type": "object",
        "required": [
          "by",
          "at",
          "verdict"
        ],
        "properties": {
          "by": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "verdict": {
            "type": "string",
            "enum": [
              "right",
              "wrong"
            ]
          },
          "trueCause": {
            "type": "string"
          },
          "comment": {
            "type": "string"
          }
        }
      },
      "TriageRun": {
        "type": "object",
        "required": [
          "id",
          "incidentId",
          "task",
          "state",
          "startedAt",
          "by",
          "language",
          "bundleId",
          "feedback"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "TRI-0007."
          },
          "incidentId": {
            "type": "string"
          },
          "task": {
            "$ref": "#/components/schemas/TriageTask"
          },
          "state": {
            "type": "string",
            "enum": [
              "running",
              "done",
              "unavailable"
            ]
          },
          "stage": {
            "$ref": "#/components/schemas/TriageStage"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "endedAt": {
            "type": "string",
            "format": "date-time"
          },
          "by": {
            "type": "string"
          },
          "language": {
            "type": "string"
          },
          "model": {
            "type": "string"
          },
          "promptVersion": {
            "type": "string"
          },
          "bundleId": {
            "type": "string"
          },
          "cachedFrom": {
            "type": "string",
            "description": "The run whose answer this is, for identical evidence."
          },
          "unavailable": {
            "$ref": "#/components/schemas/Sentence"
          },
          "usage": {
            "$ref": "#/components/schemas/TriageUsage"
          },
          "redactions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Redaction"
            }
          },
          "hypotheses": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AnalysisHypothesis"
            }
          },
          "evidence": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/EvidenceItem"
            },
            "description": "The bundle, and what tools added."
          },
          "analysis": {
            "$ref": "#/components/schemas/TriageAnalysis"
          },
          "feedback": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TriageFeedback"
            }
          }
        }
      },
      "TriageRunList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TriageRun"
            }
          }
        }
      },
      "TriageEvent": {
        "type": "object",
        "required": [
          "stage",
          "at"
        ],
        "properties": {
          "stage": {
            "$ref": "#/components/schemas/TriageStage"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "said": {
            "$ref": "#/components/schemas/Sentence"
          },
          "report": {
            "$ref": "#/components/schemas/TriageReport"
          },
          "run": {
            "$ref": "#/components/schemas/TriageRun"
          }
        }
      },
      "TriageFeedbackRequest": {
        "type": "object",
        "required": [
          "verdict"
        ],
        "properties": {
          "verdict": {
            "type": "string",
            "enum": [
              "right",
              "wrong"
            ]
          },
          "trueCause": {
            "type": "string",
            "maxLength": 300,
            "description": "Entity ref, or a few words."
          },
          "comment": {
            "type": "string",
            "maxLength": 1000
          }
        }
      },
      "TriageProposal": {
        "type": "object",
        "required": [
          "attemptId"
        ],
        "properties": {
          "attemptId": {
            "type": "string"
          }
        }
      },
      "AlertReview": {
        "type": "object",
        "required": [
          "run",
          "groups",
          "order",
          "suppress"
        ],
        "properties": {
          "run": {
            "$ref": "#/components/schemas/TriageRun"
          },
          "primary": {
            "type": "string",
            "description": "Id of the alert."
          },
          "first": {
            "$ref": "#/components/schemas/Claim"
          },
          "groups": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "alertIds",
                "why"
              ],
              "properties": {
                "alertIds": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "related": {
                  "type": "boolean"
                },
                "why": {
                  "$ref": "#/components/schemas/Claim"
                }
              }
            }
          },
          "order": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Alert ids."
          },
          "suppress": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "alertId",
                "why"
              ],
              "properties": {
                "alertId": {
                  "type": "string"
                },
                "why": {
                  "$ref": "#/components/schemas/Claim"
                }
              }
            }
          }
        }
      },
      "IncidentSummary": {
        "type": "object",
        "required": [
          "run"
        ],
        "properties": {
          "run": {
            "$ref": "#/components/schemas/TriageRun"
          },
          "title": {
            "type": "string"
          },
          "summary": {
            "type": "string"
          }
        }
      },
      "Narrative": {
        "type": "object",
        "required": [
          "run"
        ],
        "properties": {
          "run": {
            "$ref": "#/components/schemas/TriageRun"
          },
          "markdown": {
            "type": "string"
          }
        }
      },
      "IncidentCluster": {
        "type": "object",
        "required": [
          "id",
          "title",
          "incidentIds",
          "entityRefs",
          "count"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "incidentIds": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "entityRefs": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "count": {
            "type": "integer"
          },
          "lastAt": {
            "type": "string",
            "format": "date-time"
          },
          "medianMinutes": {
            "type": "number",
            "description": "From start to end."
          },
          "solvedBy": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "What was written down as mitigation."
          }
        }
      },
      "IncidentClusterList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/IncidentCluster"
            }
          }
        }
      },
      "RunbookDraftRequest": {
        "type": "object",
        "required": [
          "incidentIds"
        ],
        "properties": {
          "incidentIds": {
            "type": "array",
            "minItems": 3,
            "maxItems": 20,
            "items": {
              "type": "string",
              "maxLength": 30
            }
          },
          "language": {
            "type": "string",
            "enum": [
              "en",
              "es"
            ],
            "default": "en"
          }
        }
      },
      "RunbookDraft": {
        "type": "object",
        "required": [
          "run"
        ],
        "properties": {
          "run": {
            "$ref": "#/components/schemas/TriageRun"
          },
          "fileName": {
            "type": "string"
          },
          "yaml": {
            "type": "string"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Claim"
            }
          }
        }
      },
      "TriageSettings": {
        "type": "object",
        "required": [
          "model",
          "tiers",
          "budget",
          "prompts",
          "ranker",
          "redactors",
          "logSources"
        ],
        "properties": {
          "model": {
            "$ref": "#/components/schemas/ModelAvailability"
          },
          "tiers": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "tier",
                "model",
                "inputPrice",
                "outputPrice",
                "pricesOf"
              ],
              "properties": {
                "tier": {
                  "type": "string",
                  "enum": [
                    "analysis",
                    "small"
                  ]
                },
                "model": {
                  "type": "string"
                },
                "inputPrice": {
                  "type": "number",
                  "description": "USD per million tokens."
                },
                "outputPrice": {
                  "type": "number"
                },
                "pricesOf": {
                  "type": "string"
                }
              }
            }
          },
          "budget": {
            "type": "object",
            "required": [
              "inputTokens",
              "outputTokens",
              "seconds",
              "runUsd",
              "incidentUsd",
              "dayUsd",
              "concurrent"
            ],
            "properties": {
              "inputTokens": {
                "type": "integer"
              },
              "outputTokens": {
                "type": "integer"
              },
              "seconds": {
                "type": "integer"
              },
              "runUsd": {
                "type": "number"
              },
              "incidentUsd": {
                "type": "number"
              },
              "dayUsd": {
                "type": "number"
              },
              "concurrent": {
                "type": "integer"
              }
            }
          },
          "prompts": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "task",
                "version",
                "changes"
              ],
              "properties": {
                "task": {
                  "$ref": "#/components/schemas/TriageTask"
                },
                "version": {
                  "type": "string"
                },
                "changes": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "ranker": {
            "type": "object",
            "required": [
              "kind",
              "version",
              "why",
              "closedIncidents",
              "needed"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "rules",
                  "learned"
                ]
              },
              "version": {
                "type": "string"
              },
              "why": {
                "$ref": "#/components/schemas/Sentence"
              },
              "closedIncidents": {
                "type": "integer",
                "description": "With a confirmed cause."
              },
              "needed": {
                "type": "integer"
              },
              "top1": {
                "type": "number"
              },
              "untrainedTop1": {
                "type": "number"
              },
              "trainedAt": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          "redactors": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "logSources": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "TriageSpend": {
        "type": "object",
        "required": [
          "since",
          "today",
          "days",
          "tasks",
          "outcomes",
          "feedback"
        ],
        "properties": {
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "today": {
            "type": "object",
            "required": [
              "spent",
              "reserved",
              "limit"
            ],
            "properties": {
              "spent": {
                "$ref": "#/components/schemas/Money"
              },
              "reserved": {
                "$ref": "#/components/schemas/Money"
              },
              "limit": {
                "$ref": "#/components/schemas/Money"
              }
            }
          },
          "days": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "day",
                "cost",
                "runs"
              ],
              "properties": {
                "day": {
                  "type": "string"
                },
                "cost": {
                  "$ref": "#/components/schemas/Money"
                },
                "runs": {
                  "type": "integer"
                }
              }
            }
          },
          "tasks": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "task",
                "cost",
                "runs"
              ],
              "properties": {
                "task": {
                  "$ref": "#/components/schemas/TriageTask"
                },
                "cost": {
                  "$ref": "#/components/schemas/Money"
                },
                "runs": {
                  "type": "integer"
                }
              }
            }
          },
          "outcomes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "outcome",
                "runs"
              ],
              "properties": {
                "outcome": {
                  "type": "string"
                },
                "runs": {
                  "type": "integer"
                }
              }
            }
          },
          "feedback": {
            "type": "object",
            "required": [
              "right",
              "wrong",
              "n",
              "causes"
            ],
            "properties": {
              "right": {
                "type": "integer"
              },
              "wrong": {
                "type": "integer"
              },
              "n": {
                "type": "integer"
              },
              "causes": {
                "type": "object",
                "description": "Incidents that began in the span and were closed with their true cause told, the latest 200: how often it was among the suspects.",
                "required": [
                  "n",
                  "first",
                  "three",
                  "analysed",
                  "modelFirst",
                  "modelThree"
                ],
                "properties": {
                  "n": {
                    "type": "integer"
                  },
                  "first": {
                    "type": "integer",
                    "description": "The first suspect was it."
                  },
                  "three": {
                    "type": "integer",
                    "description": "Among the first three."
                  },
                  "analysed": {
                    "type": "integer",
                    "description": "Of them, the model was asked about."
                  },
                  "modelFirst": {
                    "type": "integer"
                  },
                  "modelThree": {
                    "type": "integer"
                  }
                }
              },
              "acceptance": {
                "type": "number",
                "description": "Share of right, when there are ten or more."
              },
              "before": {
                "type": "number",
                "description": "The same of the span before, to see drift."
              }
            }
          }
        }
      },
      "Severity": {
        "type": "string",
        "enum": [
          "SEV1",
          "SEV2",
          "SEV3",
          "SEV4"
        ]
      },
      "IncidentStatus": {
        "type": "string",
        "enum": [
          "investigating",
          "identified",
          "monitoring",
          "resolved"
        ]
      },
      "Role": {
        "type": "string",
        "enum": [
          "commander",
          "scribe",
          "technical-lead",
          "liaison"
        ]
      },
      "AlertSeverity": {
        "type": "string",
        "enum": [
          "critical",
          "error",
          "warning",
          "info"
        ]
      },
      "TimelineKind": {
        "type": "string",
        "enum": [
          "alert",
          "change",
          "note",
          "decision",
          "status",
          "severity",
          "role",
          "action",
          "notification",
          "link",
          "entity",
          "follow-up"
        ]
      },
      "NotificationState": {
        "type": "string",
        "enum": [
          "waiting",
          "sent",
          "failed",
          "dropped"
        ]
      },
      "IntakeReceipt": {
        "type": "object",
        "required": [
          "accepted",
          "quarantined",
          "duplicate",
          "truncated"
        ],
        "properties": {
          "accepted": {
            "type": "integer",
            "description": "Alerts, changes and findings that are durable now."
          },
          "quarantined": {
            "type": "integer"
          },
          "duplicate": {
            "type": "boolean",
            "description": "This delivery was taken before."
          },
          "truncated": {
            "type": "integer",
            "description": "Alerts that the sender left out."
          }
        }
      },
      "Adapter": {
        "type": "object",
        "required": [
          "id",
          "title",
          "path",
          "topic",
          "deliveries",
          "accepted",
          "quarantined",
          "truncated"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "path": {
            "type": "string"
          },
          "topic": {
            "type": "string"
          },
          "authentication": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "token, or the vendor signature by name."
          },
          "deliveries": {
            "type": "integer",
            "description": "Of the last 24 h."
          },
          "accepted": {
            "type": "integer"
          },
          "quarantined": {
            "type": "integer"
          },
          "truncated": {
            "type": "integer"
          },
          "lastAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Said": {
        "type": "object",
        "description": "What the (English) sentence beside it says, for a screen that says it in another language. Codes may be added; a screen that does not know one shows the sentence.",
        "required": [
          "code",
          "params"
        ],
        "properties": {
          "code": {
            "type": "string"
          },
          "params": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          }
        }
      },
      "Reason": {
        "type": "object",
        "description": "One piece of a score, in words a reader understands. `text` is English; `kind` and `data` let a screen say it in another language.",
        "required": [
          "kind",
          "text",
          "weight"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "same-entity",
              "depends-on",
              "depended-on-by",
              "common-dependency",
              "time",
              "text",
              "labels",
              "change",
              "earliest",
              "explains",
              "severity",
              "rule",
              "by-hand",
              "same-fingerprint"
            ]
          },
          "text": {
            "type": "string"
          },
          "weight": {
            "type": "number",
            "description": "Its share of the score."
          },
          "data": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "path": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Entity refs, from the one to the other."
          }
        }
      },
      "Alert": {
        "type": "object",
        "required": [
          "id",
          "fingerprint",
          "adapter",
          "name",
          "title",
          "severity",
          "status",
          "startsAt",
          "lastSeenAt",
          "receivedAt",
          "occurrences",
          "labels"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "fingerprint": {
            "type": "string"
          },
          "adapter": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/AlertSeverity"
          },
          "status": {
            "type": "string",
            "enum": [
              "firing",
              "resolved"
            ]
          },
          "entityRef": {
            "type": "string"
          },
          "entityConfidence": {
            "type": "number",
            "minimum": 0,
            "maximum": 1
          },
          "entityReason": {
            "type": "string"
          },
          "entityReasonSaid": {
            "$ref": "#/components/schemas/Said"
          },
          "owner": {
            "type": "string"
          },
          "startsAt": {
            "type": "string",
            "format": "date-time"
          },
          "endsAt": {
            "type": "string",
            "format": "date-time"
          },
          "receivedAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastSeenAt": {
            "type": "string",
            "format": "date-time"
          },
          "occurrences": {
            "type": "integer",
            "description": "How often it was reported."
          },
          "transitions": {
            "type": "integer",
            "description": "How often it went from firing to resolved and back."
          },
          "labels": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "url": {
            "type": "string"
          },
          "incidentId": {
            "type": "string"
          },
          "joined": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            },
            "description": "Why it is in its incident."
          },
          "isSymptom": {
            "type": "boolean"
          },
          "suppression": {
            "$ref": "#/components/schemas/Suppression"
          }
        }
      },
      "Suppression": {
        "type": "object",
        "required": [
          "kind",
          "reason",
          "at",
          "count"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "flapping",
              "silence",
              "maintenance",
              "symptom",
              "rule"
            ]
          },
          "reason": {
            "type": "string"
          },
          "said": {
            "$ref": "#/components/schemas/Said"
          },
          "causeRef": {
            "type": "string",
            "description": "What suppresses it: a silence, a correction, an incident."
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "count": {
            "type": "integer",
            "description": "Reports kept quiet."
          },
          "undoneAt": {
            "type": "string",
            "format": "date-time"
          },
          "undoneBy": {
            "type": "string"
          }
        }
      },
      "SuppressionKind": {
        "type": "string",
        "enum": [
          "flapping",
          "silence",
          "maintenance",
          "symptom",
          "rule"
        ]
      },
      "SuppressionCause": {
        "type": "object",
        "required": [
          "kind",
          "causeRef",
          "reason",
          "count"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/SuppressionKind"
          },
          "causeRef": {
            "type": "string"
          },
          "reason": {
            "type": "string",
            "description": "That of one of its alerts."
          },
          "said": {
            "$ref": "#/components/schemas/Said"
          },
          "count": {
            "type": "integer",
            "description": "Firing alerts that it keeps quiet."
          }
        }
      },
      "UnsuppressRequest": {
        "type": "object",
        "description": "Either `alertIds`, or `kind` and `causeRef`.",
        "additionalProperties": false,
        "properties": {
          "alertIds": {
            "type": "array",
            "minItems": 1,
            "maxItems": 500,
            "items": {
              "type": "string",
              "maxLength": 30
            }
          },
          "kind": {
            "$ref": "#/components/schemas/SuppressionKind"
          },
          "causeRef": {
            "type": "string",
            "maxLength": 300
          }
        }
      },
      "Unsuppressed": {
        "type": "object",
        "required": [
          "undone",
          "unchanged",
          "refused",
          "left"
        ],
        "properties": {
          "undone": {
            "type": "integer"
          },
          "unchanged": {
            "type": "integer",
            "description": "Nothing kept them quiet any more."
          },
          "refused": {
            "type": "integer",
            "description": "The caller may not."
          },
          "left": {
            "type": "integer",
            "description": "Alerts that the cause still keeps quiet, beyond the 500; 0 for `alertIds`."
          }
        }
      },
      "AlertDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Alert"
          },
          {
            "type": "object",
            "required": [
              "annotations",
              "raw",
              "suppressions"
            ],
            "properties": {
              "annotations": {
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              },
              "raw": {
                "type": "string",
                "description": "What the vendor sent about it last. Untrusted text."
              },
              "suppressions": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Suppression"
                }
              },
              "candidates": {
                "type": "array",
                "description": "Entities it could be of.",
                "items": {
                  "type": "object",
                  "required": [
                    "entityRef",
                    "confidence",
                    "reason"
                  ],
                  "properties": {
                    "entityRef": {
                      "type": "string"
                    },
                    "confidence": {
                      "type": "number"
                    },
                    "reason": {
                      "type": "string"
                    },
                    "said": {
                      "$ref": "#/components/schemas/Said"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "AlertPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Alert"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "AlertCounts": {
        "type": "object",
        "required": [
          "open",
          "suppressed",
          "unresolved",
          "quarantined"
        ],
        "properties": {
          "open": {
            "type": "integer"
          },
          "suppressed": {
            "type": "integer"
          },
          "unresolved": {
            "type": "integer"
          },
          "quarantined": {
            "type": "integer"
          }
        }
      },
      "QuarantinePage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "adapter",
                "receivedAt",
                "reason",
                "raw"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "adapter": {
                  "type": "string"
                },
                "receivedAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "reason": {
                  "type": "string"
                },
                "said": {
                  "$ref": "#/components/schemas/Said"
                },
                "field": {
                  "type": "string",
                  "description": "Where in the payload, as a path."
                },
                "raw": {
                  "type": "string"
                }
              }
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "Matcher": {
        "type": "object",
        "required": [
          "label",
          "value"
        ],
        "additionalProperties": false,
        "properties": {
          "label": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "A label's name, or `adapter`, `name`."
          },
          "value": {
            "type": "string",
            "maxLength": 1000
          },
          "mode": {
            "type": "string",
            "enum": [
              "equals",
              "prefix",
              "glob"
            ],
            "default": "equals"
          }
        }
      },
      "MappingRequest": {
        "type": "object",
        "required": [
          "matchers",
          "entityRef"
        ],
        "additionalProperties": false,
        "properties": {
          "matchers": {
            "type": "array",
            "minItems": 1,
            "maxItems": 10,
            "items": {
              "$ref": "#/components/schemas/Matcher"
            }
          },
          "entityRef": {
            "type": "string",
            "maxLength": 300
          }
        }
      },
      "Mapping": {
        "type": "object",
        "required": [
          "id",
          "matchers",
          "entityRef",
          "source"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "matchers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Matcher"
            }
          },
          "entityRef": {
            "type": "string",
            "description": "For those of the configuration, possibly with `{label}` in it."
          },
          "source": {
            "type": "string",
            "enum": [
              "config",
              "taught"
            ]
          },
          "createdBy": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "TaughtMapping": {
        "type": "object",
        "required": [
          "mapping",
          "applied"
        ],
        "properties": {
          "mapping": {
            "$ref": "#/components/schemas/Mapping"
          },
          "applied": {
            "type": "integer",
            "description": "Open alerts that have an entity now."
          }
        }
      },
      "SilenceRequest": {
        "type": "object",
        "description": "What is kept quiet is said by matchers, by an entity, or by both.",
        "required": [
          "until",
          "reason"
        ],
        "additionalProperties": false,
        "properties": {
          "matchers": {
            "type": "array",
            "maxItems": 10,
            "items": {
              "$ref": "#/components/schemas/Matcher"
            },
            "description": "Left out for all alerts of the entity."
          },
          "entityRef": {
            "type": "string",
            "maxLength": 300
          },
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "reason": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          }
        }
      },
      "Silence": {
        "type": "object",
        "required": [
          "id",
          "matchers",
          "from",
          "until",
          "reason",
          "createdBy",
          "suppressed"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "matchers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Matcher"
            }
          },
          "entityRef": {
            "type": "string"
          },
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "reason": {
            "type": "string"
          },
          "createdBy": {
            "type": "string"
          },
          "suppressed": {
            "type": "integer",
            "description": "Alerts it keeps quiet now."
          }
        }
      },
      "AffectedEntity": {
        "type": "object",
        "required": [
          "entityRef",
          "role",
          "since"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "role": {
            "type": "string",
            "enum": [
              "origin",
              "affected",
              "symptom"
            ]
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "healthyAt": {
            "type": "string",
            "format": "date-time"
          },
          "owner": {
            "type": "string"
          },
          "title": {
            "type": "string"
          }
        }
      },
      "Origin": {
        "type": "object",
        "description": "The first suspect.",
        "required": [
          "entityRef",
          "confidence"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "confidence": {
            "type": "string",
            "enum": [
              "high",
              "medium",
              "low"
            ]
          },
          "changeId": {
            "type": "string"
          },
          "changeTitle": {
            "type": "string"
          }
        }
      },
      "Suspect": {
        "type": "object",
        "required": [
          "entityRef",
          "score",
          "confidence",
          "evidence"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "score": {
            "type": "number",
            "minimum": 0,
            "maximum": 1
          },
          "confidence": {
            "type": "string",
            "enum": [
              "high",
              "medium",
              "low"
            ]
          },
          "changeId": {
            "type": "string"
          },
          "evidence": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      },
      "Incident": {
        "type": "object",
        "required": [
          "id",
          "title",
          "severity",
          "status",
          "entities",
          "startedAt",
          "createdAt",
          "updatedAt",
          "source",
          "alertCount",
          "imported",
          "version"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "INC-0042"
          },
          "title": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "status": {
            "$ref": "#/components/schemas/IncidentStatus"
          },
          "origin": {
            "$ref": "#/components/schemas/Origin"
          },
          "entities": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AffectedEntity"
            }
          },
          "owner": {
            "type": "string",
            "description": "Owner of the origin or of the first affected entity."
          },
          "system": {
            "type": "string"
          },
          "source": {
            "type": "string",
            "enum": [
              "manual",
              "alert",
              "rule",
              "slo",
              "import"
            ]
          },
          "startedAt": {
            "type": "string",
            "format": "date-time",
            "description": "First symptom."
          },
          "detectedAt": {
            "type": "string",
            "format": "date-time",
            "description": "First alert."
          },
          "acknowledgedAt": {
            "type": "string",
            "format": "date-time"
          },
          "acknowledgedBy": {
            "type": "string"
          },
          "identifiedAt": {
            "type": "string",
            "format": "date-time"
          },
          "mitigatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "recoveredAt": {
            "type": "string",
            "format": "date-time"
          },
          "resolvedAt": {
            "type": "string",
            "format": "date-time"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "sloAffecting": {
            "type": "boolean"
          },
          "budgetMinutes": {
            "type": "number",
            "description": "Error budget spent over all affected objectives."
          },
          "alertCount": {
            "type": "integer"
          },
          "commander": {
            "type": "string"
          },
          "channelUrl": {
            "type": "string"
          },
          "mergedInto": {
            "type": "string"
          },
          "reopened": {
            "type": "integer",
            "description": "How often it was reopened."
          },
          "imported": {
            "type": "boolean"
          },
          "version": {
            "type": "integer"
          }
        }
      },
      "IncidentDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Incident"
          },
          {
            "type": "object",
            "required": [
              "roles",
              "suspects",
              "impact",
              "followUps",
              "merged",
              "summary",
              "may"
            ],
            "properties": {
              "summary": {
                "type": "string",
                "description": "What happened, Markdown."
              },
              "rootCause": {
                "type": "string"
              },
              "mitigation": {
                "type": "string"
              },
              "createdBy": {
                "type": "string"
              },
              "because": {
                "type": "string",
                "description": "The rule or person that opened it, in words."
              },
              "becauseSaid": {
                "$ref": "#/components/schemas/Said"
              },
              "roles": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "role",
                    "userRef",
                    "since"
                  ],
                  "properties": {
                    "role": {
                      "$ref": "#/components/schemas/Role"
                    },
                    "userRef": {
                      "type": "string"
                    },
                    "since": {
                      "type": "string",
                      "format": "date-time"
                    }
                  }
                }
              },
              "suspects": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Suspect"
                }
              },
              "impact": {
                "type": "object",
                "required": [
                  "asOf",
                  "objectives"
                ],
                "properties": {
                  "asOf": {
                    "type": "string",
                    "format": "date-time"
                  },
                  "unavailable": {
                    "type": "string",
                    "description": "Why nothing could be counted."
                  },
                  "unavailableSaid": {
                    "$ref": "#/components/schemas/Said"
                  },
                  "objectives": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": [
                        "ref",
                        "title",
                        "entityRef",
                        "budgetMinutes"
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
                        "budgetMinutes": {
                          "type": "number"
                        },
                        "ofMinutes": {
                          "type": "number",
                          "description": "The budget of its window."
                        }
                      }
                    }
                  }
                }
              },
              "followUps": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/FollowUp"
                }
              },
              "merged": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Ids that are part of it now."
              },
              "splitFrom": {
                "type": "string"
              },
              "may": {
                "type": "object",
                "description": "What the caller may do.",
                "required": [
                  "update"
                ],
                "properties": {
                  "update": {
                    "type": "boolean"
                  },
                  "who": {
                    "type": "string",
                    "description": "Who may, when the caller may not."
                  }
                }
              }
            }
          }
        ]
      },
      "IncidentPage": {
        "type": "object",
        "required": [
          "items",
          "counts"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Incident"
            }
          },
          "nextCursor": {
            "type": "string"
          },
          "counts": {
            "type": "object",
            "description": "Open ones among all that the caller may see.",
            "required": [
              "open",
              "SEV1",
              "SEV2",
              "SEV3",
              "SEV4"
            ],
            "properties": {
              "open": {
                "type": "integer"
              },
              "SEV1": {
                "type": "integer"
              },
              "SEV2": {
                "type": "integer"
              },
              "SEV3": {
                "type": "integer"
              },
              "SEV4": {
                "type": "integer"
              }
            }
          }
        }
      },
      "Declaration": {
        "type": "object",
        "required": [
          "title",
          "severity"
        ],
        "additionalProperties": false,
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "entityRefs": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string",
              "maxLength": 300
            }
          },
          "alertIds": {
            "type": "array",
            "maxItems": 1000,
            "items": {
              "type": "string",
              "maxLength": 30
            }
          },
          "summary": {
            "type": "string",
            "maxLength": 20000
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "key": {
            "type": "string",
            "maxLength": 100
          }
        }
      },
      "ImportedIncident": {
        "type": "object",
        "required": [
          "key",
          "title",
          "severity",
          "startedAt",
          "entityRefs"
        ],
        "additionalProperties": false,
        "properties": {
          "key": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Its id where it comes from."
          },
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "entityRefs": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string",
              "maxLength": 300
            }
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "detectedAt": {
            "type": "string",
            "format": "date-time"
          },
          "acknowledgedAt": {
            "type": "string",
            "format": "date-time"
          },
          "identifiedAt": {
            "type": "string",
            "format": "date-time"
          },
          "mitigatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "recoveredAt": {
            "type": "string",
            "format": "date-time"
          },
          "resolvedAt": {
            "type": "string",
            "format": "date-time"
          },
          "summary": {
            "type": "string",
            "maxLength": 20000
          },
          "rootCause": {
            "type": "string",
            "maxLength": 20000
          },
          "mitigation": {
            "type": "string",
            "maxLength": 20000
          },
          "responders": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "type": "string",
              "maxLength": 300
            }
          }
        }
      },
      "IncidentEdit": {
        "type": "object",
        "required": [
          "version"
        ],
        "additionalProperties": false,
        "properties": {
          "version": {
            "type": "integer"
          },
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "summary": {
            "type": "string",
            "maxLength": 20000
          },
          "rootCause": {
            "type": "string",
            "maxLength": 20000
          },
          "mitigation": {
            "type": "string",
            "maxLength": 20000
          },
          "mitigated": {
            "type": "boolean",
            "description": "True: the mitigation was applied now."
          },
          "sloAffecting": {
            "type": "boolean"
          },
          "channelUrl": {
            "type": "string",
            "maxLength": 2000,
            "description": "https only; empty to take it away."
          },
          "entityRefs": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string",
              "maxLength": 300
            },
            "description": "All affected entities."
          }
        }
      },
      "StatusChange": {
        "type": "object",
        "required": [
          "status"
        ],
        "additionalProperties": false,
        "properties": {
          "status": {
            "$ref": "#/components/schemas/IncidentStatus"
          },
          "note": {
            "type": "string",
            "maxLength": 20000
          }
        }
      },
      "BulkChange": {
        "type": "object",
        "required": [
          "ids"
        ],
        "additionalProperties": false,
        "properties": {
          "ids": {
            "type": "array",
            "minItems": 1,
            "maxItems": 200,
            "items": {
              "type": "string",
              "maxLength": 30
            }
          },
          "acknowledge": {
            "type": "boolean"
          },
          "status": {
            "$ref": "#/components/schemas/IncidentStatus"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "mergeInto": {
            "type": "string",
            "maxLength": 30
          }
        }
      },
      "BulkResult": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "outcome"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "outcome": {
                  "type": "string",
                  "enum": [
                    "changed",
                    "unchanged",
                    "refused",
                    "missing"
                  ]
                },
                "reason": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "TimelineEntry": {
        "type": "object",
        "required": [
          "id",
          "at",
          "kind",
          "text",
          "count"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "lastAt": {
            "type": "string",
            "format": "date-time"
          },
          "kind": {
            "$ref": "#/components/schemas/TimelineKind"
          },
          "author": {
            "type": "string",
            "description": "User ref; left out for what the product did."
          },
          "text": {
            "type": "string",
            "description": "Markdown for notes; plain text otherwise."
          },
          "said": {
            "$ref": "#/components/schemas/Said"
          },
          "count": {
            "type": "integer"
          },
          "data": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          },
          "because": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      },
      "TimelinePage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TimelineEntry"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "Graph": {
        "type": "object",
        "required": [
          "nodes",
          "edges",
          "truncated"
        ],
        "properties": {
          "nodes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "entityRef",
                "state",
                "alerts"
              ],
              "properties": {
                "entityRef": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "owner": {
                  "type": "string"
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "origin",
                    "symptom",
                    "affected",
                    "healthy",
                    "at-risk"
                  ],
                  "description": "at-risk: depends on an affected one and has no alert."
                },
                "alerts": {
                  "type": "integer"
                }
              }
            }
          },
          "edges": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "from",
                "to"
              ],
              "properties": {
                "from": {
                  "type": "string",
                  "description": "Depends on `to`."
                },
                "to": {
                  "type": "string"
                }
              }
            }
          },
          "truncated": {
            "type": "boolean"
          }
        }
      },
      "RelatedIncident": {
        "type": "object",
        "required": [
          "id",
          "title",
          "severity",
          "status",
          "startedAt",
          "score",
          "because"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "status": {
            "$ref": "#/components/schemas/IncidentStatus"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "resolvedAt": {
            "type": "string",
            "format": "date-time"
          },
          "score": {
            "type": "number"
          },
          "because": {
            "type": "string"
          },
          "sharedEntities": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Entity refs that both affected."
          },
          "sharedWords": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "solution": {
            "type": "string",
            "description": "Its mitigation or root cause, when written down."
          }
        }
      },
      "Responder": {
        "type": "object",
        "required": [
          "userRef",
          "reason",
          "incidents"
        ],
        "properties": {
          "userRef": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "said": {
            "$ref": "#/components/schemas/Said"
          },
          "incidents": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "PostmortemSections": {
        "type": "object",
        "required": [
          "impact",
          "detection",
          "timeline",
          "rootCause",
          "wentWell",
          "wentWrong",
          "lessons",
          "queries"
        ],
        "additionalProperties": false,
        "properties": {
          "impact": {
            "type": "string",
            "maxLength": 50000
          },
          "detection": {
            "type": "string",
            "maxLength": 50000
          },
          "timeline": {
            "type": "string",
            "maxLength": 200000
          },
          "rootCause": {
            "type": "string",
            "maxLength": 50000
          },
          "wentWell": {
            "type": "string",
            "maxLength": 50000
          },
          "wentWrong": {
            "type": "string",
            "maxLength": 50000
          },
          "lessons": {
            "type": "string",
            "maxLength": 50000
          },
          "queries": {
            "type": "string",
            "maxLength": 50000
          }
        }
      },
      "Postmortem": {
        "type": "object",
        "required": [
          "incidentId",
          "title",
          "state",
          "sections",
          "actionItems",
          "version"
        ],
        "properties": {
          "incidentId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "draft",
              "saved",
              "published"
            ],
            "description": "draft: made from the record, not saved."
          },
          "sections": {
            "$ref": "#/components/schemas/PostmortemSections"
          },
          "actionItems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FollowUp"
            }
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "updatedBy": {
            "type": "string"
          },
          "version": {
            "type": "integer",
            "description": "0 for a draft."
          }
        }
      },
      "PostmortemEdit": {
        "type": "object",
        "required": [
          "sections",
          "version"
        ],
        "additionalProperties": false,
        "properties": {
          "sections": {
            "$ref": "#/components/schemas/PostmortemSections"
          },
          "publish": {
            "type": "boolean"
          },
          "version": {
            "type": "integer"
          }
        }
      },
      "FollowUpRequest": {
        "type": "object",
        "required": [
          "title"
        ],
        "additionalProperties": false,
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 500
          },
          "owner": {
            "type": "string",
            "maxLength": 300
          },
          "due": {
            "type": "string",
            "format": "date"
          },
          "priority": {
            "type": "string",
            "enum": [
              "high",
              "medium",
              "low"
            ],
            "default": "medium"
          },
          "url": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "FollowUpEdit": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 500
          },
          "owner": {
            "type": "string",
            "maxLength": 300
          },
          "due": {
            "type": "string",
            "format": "date"
          },
          "priority": {
            "type": "string",
            "enum": [
              "high",
              "medium",
              "low"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "open",
              "done"
            ]
          },
          "url": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "FollowUp": {
        "type": "object",
        "required": [
          "id",
          "incidentId",
          "title",
          "priority",
          "state",
          "createdAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "incidentId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "owner": {
            "type": "string"
          },
          "due": {
            "type": "string",
            "format": "date"
          },
          "priority": {
            "type": "string",
            "enum": [
              "high",
              "medium",
              "low"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "open",
              "done"
            ]
          },
          "url": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "createdBy": {
            "type": "string"
          },
          "doneAt": {
            "type": "string",
            "format": "date-time"
          },
          "overdue": {
            "type": "boolean"
          }
        }
      },
      "IncidentDocument": {
        "type": "object",
        "required": [
          "id",
          "title",
          "severity",
          "status",
          "text",
          "entityRefs"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "status": {
            "$ref": "#/components/schemas/IncidentStatus"
          },
          "owner": {
            "type": "string"
          },
          "entityRefs": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "text": {
            "type": "string",
            "description": "Summary, root cause, mitigation and notes."
          },
          "postmortem": {
            "type": "string",
            "description": "Its sections as text, when saved."
          }
        }
      },
      "Change": {
        "type": "object",
        "required": [
          "id",
          "entityRef",
          "kind",
          "title",
          "at"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "entityRef": {
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
          "author": {
            "type": "string"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "succeeded",
              "failed",
              "running"
            ]
          },
          "url": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "deliveryId": {
            "type": "string",
            "description": "Its id in the delivery plugin."
          },
          "rollbackId": {
            "type": "string",
            "description": "The rollback of the delivery plugin that it belongs to."
          }
        }
      },
      "Finding": {
        "type": "object",
        "required": [
          "id",
          "adapter",
          "rule",
          "title",
          "severity",
          "target",
          "firstSeenAt",
          "lastSeenAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "adapter": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "rule": {
            "type": "string",
            "description": "CVE-2026-1234 and the like."
          },
          "title": {
            "type": "string"
          },
          "severity": {
            "type": "string",
            "enum": [
              "critical",
              "high",
              "medium",
              "low",
              "unknown"
            ]
          },
          "target": {
            "type": "string"
          },
          "package": {
            "type": "string"
          },
          "installedVersion": {
            "type": "string"
          },
          "fixedVersion": {
            "type": "string"
          },
          "url": {
            "type": "string"
          },
          "firstSeenAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastSeenAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "FindingCounts": {
        "type": "object",
        "description": "All that the filter holds for, by severity.",
        "required": [
          "critical",
          "high",
          "medium",
          "low",
          "unknown"
        ],
        "properties": {
          "critical": {
            "type": "integer"
          },
          "high": {
            "type": "integer"
          },
          "medium": {
            "type": "integer"
          },
          "low": {
            "type": "integer"
          },
          "unknown": {
            "type": "integer"
          }
        }
      },
      "Summary": {
        "type": "object",
        "required": [
          "open",
          "incidents",
          "asOf"
        ],
        "properties": {
          "asOf": {
            "type": "string",
            "format": "date-time"
          },
          "open": {
            "type": "integer"
          },
          "incidents": {
            "type": "array",
            "description": "The worst open ones, at most five.",
            "items": {
              "$ref": "#/components/schemas/Incident"
            }
          },
          "oncall": {
            "$ref": "#/components/schemas/Oncall"
          },
          "lastAlert": {
            "$ref": "#/components/schemas/Alert"
          },
          "firing": {
            "type": "integer"
          }
        }
      },
      "OncallPerson": {
        "type": "object",
        "required": [
          "name"
        ],
        "properties": {
          "userRef": {
            "type": "string",
            "description": "Left out when the catalog does not know them."
          },
          "name": {
            "type": "string"
          },
          "hidden": {
            "type": "boolean",
            "description": "The caller may not see who it is; `name` says the role."
          },
          "said": {
            "allOf": [
              {
                "$ref": "#/components/schemas/Said"
              }
            ],
            "description": "What `name` says when it is hidden."
          },
          "timeZone": {
            "type": "string"
          }
        }
      },
      "Shift": {
        "type": "object",
        "required": [
          "from",
          "to",
          "people"
        ],
        "properties": {
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          },
          "layer": {
            "type": "string"
          },
          "override": {
            "type": "boolean"
          },
          "people": {
            "type": "array",
            "description": "Empty in a gap.",
            "items": {
              "$ref": "#/components/schemas/OncallPerson"
            }
          }
        }
      },
      "OncallLevel": {
        "type": "object",
        "required": [
          "level",
          "now"
        ],
        "properties": {
          "level": {
            "type": "integer",
            "minimum": 1
          },
          "title": {
            "type": "string"
          },
          "now": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OncallPerson"
            }
          },
          "until": {
            "type": "string",
            "format": "date-time"
          },
          "next": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OncallPerson"
            }
          },
          "escalatesAfterMinutes": {
            "type": "integer"
          }
        }
      },
      "Oncall": {
        "type": "object",
        "required": [
          "entityRef",
          "owners",
          "levels",
          "asOf"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "owners": {
            "type": "array",
            "description": "The owner, then the owners of its system and domain, then parents of the group.",
            "items": {
              "type": "object",
              "required": [
                "ref",
                "reason"
              ],
              "properties": {
                "ref": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                },
                "said": {
                  "$ref": "#/components/schemas/Said"
                }
              }
            }
          },
          "levels": {
            "type": "array",
            "description": "Empty when nobody is on call; `missing` says why.",
            "items": {
              "$ref": "#/components/schemas/OncallLevel"
            }
          },
          "source": {
            "type": "object",
            "required": [
              "name",
              "type"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "type": {
                "type": "string"
              },
              "url": {
                "type": "string"
              },
              "owner": {
                "type": "string",
                "description": "Whose rotation it is."
              },
              "fetchedAt": {
                "type": "string",
                "format": "date-time"
              },
              "error": {
                "type": "string",
                "description": "Why it did not answer lately; what is shown is what it said at `fetchedAt`."
              }
            }
          },
          "missing": {
            "type": "string"
          },
          "missingSaid": {
            "$ref": "#/components/schemas/Said"
          },
          "asOf": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "OncallTeam": {
        "type": "object",
        "required": [
          "owner",
          "source",
          "levels",
          "load"
        ],
        "properties": {
          "owner": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "timeZone": {
            "type": "string"
          },
          "source": {
            "type": "object",
            "required": [
              "name",
              "type"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "type": {
                "type": "string"
              },
              "url": {
                "type": "string"
              },
              "fetchedAt": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          "error": {
            "type": "string",
            "description": "Why the source did not answer."
          },
          "levels": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "level",
                "shifts",
                "gaps"
              ],
              "properties": {
                "level": {
                  "type": "integer"
                },
                "title": {
                  "type": "string"
                },
                "shifts": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/Shift"
                  }
                },
                "gaps": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "from",
                      "to"
                    ],
                    "properties": {
                      "from": {
                        "type": "string",
                        "format": "date-time"
                      },
                      "to": {
                        "type": "string",
                        "format": "date-time"
                      }
                    }
                  }
                }
              }
            }
          },
          "load": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "person",
                "hours",
                "nightHours",
                "incidents"
              ],
              "properties": {
                "person": {
                  "$ref": "#/components/schemas/OncallPerson"
                },
                "hours": {
                  "type": "number"
                },
                "nightHours": {
                  "type": "number",
                  "description": "22:00 to 07:00 in their zone."
                },
                "incidents": {
                  "type": "integer",
                  "description": "Notified of in the span."
                }
              }
            }
          }
        }
      },
      "Channels": {
        "type": "object",
        "required": [
          "items",
          "routes"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "type",
                "sent",
                "failed",
                "waiting"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "type": {
                  "type": "string"
                },
                "sent": {
                  "type": "integer",
                  "description": "Of the last 24 h."
                },
                "failed": {
                  "type": "integer"
                },
                "waiting": {
                  "type": "integer"
                },
                "lastSentAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "lastError": {
                  "type": "string"
                }
              }
            }
          },
          "routes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "channel",
                "sentence"
              ],
              "properties": {
                "channel": {
                  "type": "string"
                },
                "sentence": {
                  "type": "string"
                },
                "severities": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/Severity"
                  },
                  "description": "Left out for all."
                },
                "owners": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "entities": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "topics": {
                  "type": "array",
                  "items": {
                    "type": "string",
                    "enum": [
                      "opened",
                      "severity",
                      "escalated",
                      "status",
                      "resolved"
                    ]
                  }
                },
                "to": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "`oncall`, `owner` and entity refs; empty for the channel itself."
                }
              }
            }
          }
        }
      },
      "Notification": {
        "type": "object",
        "required": [
          "id",
          "channel",
          "kind",
          "state",
          "attempts",
          "createdAt",
          "subject"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "incidentId": {
            "type": "string"
          },
          "channel": {
            "type": "string"
          },
          "recipient": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "opened",
              "severity",
              "escalated",
              "status",
              "resolved",
              "test",
              "message"
            ]
          },
          "subject": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/NotificationState"
          },
          "attempts": {
            "type": "integer"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "sentAt": {
            "type": "string",
            "format": "date-time"
          },
          "nextAttemptAt": {
            "type": "string",
            "format": "date-time"
          },
          "error": {
            "type": "string"
          },
          "key": {
            "type": "string",
            "description": "What the receiver can tell repeats by."
          }
        }
      },
      "Distribution": {
        "type": "object",
        "description": "Seconds. With n below 10 there is no quantile, only `values`.",
        "required": [
          "n",
          "enough"
        ],
        "properties": {
          "n": {
            "type": "integer"
          },
          "enough": {
            "type": "boolean"
          },
          "median": {
            "type": "number"
          },
          "medianInterval": {
            "type": "array",
            "items": {
              "type": "number"
            },
            "description": "95 % interval of the median, from order statistics."
          },
          "p90": {
            "type": "number"
          },
          "mean": {
            "type": "number"
          },
          "histogram": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "from",
                "to",
                "count"
              ],
              "properties": {
                "from": {
                  "type": "number"
                },
                "to": {
                  "type": "number"
                },
                "count": {
                  "type": "integer"
                }
              }
            }
          },
          "values": {
            "type": "array",
            "items": {
              "type": "number"
            },
            "description": "Up to 10, when there are not enough."
          },
          "trend": {
            "type": "object",
            "required": [
              "previousN",
              "change"
            ],
            "properties": {
              "previousN": {
                "type": "integer"
              },
              "previousMedian": {
                "type": "number"
              },
              "change": {
                "type": "string",
                "enum": [
                  "better",
                  "worse",
                  "same",
                  "unknown"
                ]
              }
            }
          }
        }
      },
      "Metrics": {
        "type": "object",
        "required": [
          "from",
          "to",
          "incidents",
          "imported",
          "detect",
          "acknowledge",
          "identify",
          "fix",
          "recover",
          "resolve",
          "betweenFailures",
          "noise",
          "notifications",
          "perPeriod"
        ],
        "properties": {
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          },
          "incidents": {
            "type": "integer"
          },
          "imported": {
            "type": "integer",
            "description": "Imported ones among them."
          },
          "detect": {
            "$ref": "#/components/schemas/Distribution"
          },
          "acknowledge": {
            "$ref": "#/components/schemas/Distribution"
          },
          "identify": {
            "$ref": "#/components/schemas/Distribution"
          },
          "fix": {
            "$ref": "#/components/schemas/Distribution"
          },
          "recover": {
            "$ref": "#/components/schemas/Distribution"
          },
          "resolve": {
            "$ref": "#/components/schemas/Distribution"
          },
          "betweenFailures": {
            "$ref": "#/components/schemas/Distribution"
          },
          "noise": {
            "type": "object",
            "required": [
              "reports",
              "alerts",
              "suppressed",
              "inIncidents",
              "incidents"
            ],
            "properties": {
              "reports": {
                "type": "integer",
                "description": "What senders reported."
              },
              "alerts": {
                "type": "integer",
                "description": "After deduplication."
              },
              "suppressed": {
                "type": "integer"
              },
              "inIncidents": {
                "type": "integer"
              },
              "incidents": {
                "type": "integer"
              },
              "alertsPerIncident": {
                "type": "number"
              },
              "cut": {
                "type": "number",
                "description": "Share of reports that made no incident of their own."
              }
            }
          },
          "notifications": {
            "type": "object",
            "required": [
              "sent",
              "incidents",
              "actedOn"
            ],
            "properties": {
              "sent": {
                "type": "integer"
              },
              "incidents": {
                "type": "integer",
                "description": "Incidents that notified somebody."
              },
              "actedOn": {
                "type": "integer",
                "description": "Those of them that a person acknowledged, changed or wrote to."
              },
              "share": {
                "type": "number"
              }
            }
          },
          "perPeriod": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "from",
                "to",
                "incidents"
              ],
              "properties": {
                "from": {
                  "type": "string",
                  "format": "date-time"
                },
                "to": {
                  "type": "string",
                  "format": "date-time"
                },
                "incidents": {
                  "type": "integer"
                },
                "median": {
                  "type": "number",
                  "description": "Seconds to resolve."
                }
              }
            }
          },
          "unknownChangeFailureRate": {
            "type": "string",
            "description": "Why the change failure rate is not here, while it is not."
          },
          "unknownChangeFailureRateSaid": {
            "$ref": "#/components/schemas/Said"
          }
        }
      },
      "DryRunIncident": {
        "type": "object",
        "required": [
          "key",
          "title",
          "severity",
          "startedAt",
          "alertIds",
          "entityRefs"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "incidentId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "alertIds": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "entityRefs": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "originRef": {
            "type": "string"
          },
          "because": {
            "type": "string"
          }
        }
      },
      "DryRun": {
        "type": "object",
        "required": [
          "from",
          "to",
          "events",
          "before",
          "after",
          "same",
          "added",
          "removed",
          "changed"
        ],
        "properties": {
          "from": {
            "type": "string",
            "format": "date-time"
          },
          "to": {
            "type": "string",
            "format": "date-time"
          },
          "events": {
            "type": "integer"
          },
          "truncated": {
            "type": "boolean",
            "description": "There were more than could be run."
          },
          "before": {
            "type": "integer",
            "description": "Incidents under the rules in force."
          },
          "after": {
            "type": "integer"
          },
          "same": {
            "type": "integer"
          },
          "added": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DryRunIncident"
            }
          },
          "removed": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DryRunIncident"
            }
          },
          "changed": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "before",
                "after",
                "gained",
                "lost"
              ],
              "properties": {
                "before": {
                  "$ref": "#/components/schemas/DryRunIncident"
                },
                "after": {
                  "$ref": "#/components/schemas/DryRunIncident"
                },
                "gained": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "lost": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          }
        }
      }
    }
  }
} as const;
