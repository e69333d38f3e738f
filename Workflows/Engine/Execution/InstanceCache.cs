using Gongtui.Engine.State;

namespace Gongtui.Engine.Execution;

/// <summary>
/// Recently used instances. Taking one removes it: while a command is decided its state belongs to that command alone, and a failure leaves no half-changed state behind.
/// </summary>
internal sealed class InstanceCache(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Id, Instance Instance)>> byId = [];
    private readonly LinkedList<(string Id, Instance Instance)> byUse = [];

    public Instance? Take(string id)
    {
        lock (gate)
        {
            if (!byId.Remove(id, out var node))
                return null;
            byUse.Remove(node);
            return node.Value.Instance;
        }
    }

    public void Put(string id, Instance instance)
    {
        lock (gate)
        {
            if (byId.Remove(id, out var old))
                byUse.Remove(old);
            byId[id] = byUse.AddFirst((id, instance));
            if (byUse.Count <= capacity)
                return;
            byId.Remove(byUse.Last!.Value.Id);
            byUse.RemoveLast();
        }
    }
}
