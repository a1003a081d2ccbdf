using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace ExtraOrderReceipts
{
    public sealed class Order
    {
        private readonly TaskCompletionSource<string> _receipt = new TaskCompletionSource<string>();

        public Task<string> Receipt => _receipt.Task;

        public void Confirm(string receipt) => _receipt.SetResult(receipt);

        public void Refuse(Exception reason) => _receipt.SetException(reason);
    }

    /// <summary>Orders that wait for the exchange; confirmed by its feed, called off by anybody.</summary>
    public sealed class OrderDesk
    {
        private readonly object _book = new object();
        private readonly Dictionary<string, Order> _open = new Dictionary<string, Order>();

        public Task<string> Place(string id)
        {
            var order = new Order();
            lock (_book)
            {
                _open.Add(id, order);
            }

            return order.Receipt;
        }

        public void OnConfirmed(string id, string receipt)
        {
            Order order;
            lock (_book)
            {
                if (!_open.TryGetValue(id, out order))
                    return;
                _open.Remove(id);
            }

            order.Confirm(receipt);
        }

        public bool CallOff(string id)
        {
            Order order;
            lock (_book)
            {
                if (!_open.TryGetValue(id, out order))
                    return false;
            }

            order.Refuse(new OperationCanceledException(id));
            lock (_book)
                _open.Remove(id);
            return true;
        }
    }
}
