"""What an opening is: no network, no database, no request."""
