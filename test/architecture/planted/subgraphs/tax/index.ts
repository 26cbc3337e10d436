import '../../gateway/main'; // subgraphs-not-to-gateway
