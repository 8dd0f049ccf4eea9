"""Words that may introduce what somebody says, and where what they report begins and ends."""
