"""The whole product on one machine, played at speed: `mailbot demo`."""
