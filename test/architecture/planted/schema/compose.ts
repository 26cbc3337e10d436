import 'graphql';
import '../gateway/main'; // schema-not-up
import 'express'; // schema-needs-little
