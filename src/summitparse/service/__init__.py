"""Releases parsed on request: over HTTP (`http_app`) and for agents (`agent_tools`), in a pool of processes."""
