@main
struct LRSched { static func main() {} }
